package io.jotter.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** {@code System.in} of cells: each line is asked of the reader when it is needed. */
final class CellInput extends InputStream {
    private final FrontCalls front;
    private final Cells cells;
    private byte[] line = new byte[0];
    private int position;

    CellInput(FrontCalls front, Cells cells) {
        this.front = front;
        this.cells = cells;
    }

    @Override
    public synchronized int read() throws IOException {
        fill();
        return line[position++] & 0xff;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        fill();
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - position;
    }

    private void fill() throws IOException {
        if (position < line.length) {
            return;
        }
        if (!cells.isRunning()) {
            throw new IOException("System.in can be read only while a cell runs: there is no one to ask.");
        }
        line = (front.readLine("", false) + "\n").getBytes(StandardCharsets.UTF_8);
        position = 0;
    }
}
