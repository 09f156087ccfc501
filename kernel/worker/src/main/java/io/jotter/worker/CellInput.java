package io.jotter.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * {@code System.in} of cells: each line is asked of the reader when it is needed. What a cell leaves unread of a line was
 * an answer to its own question, and is not for the next cell.
 */
final class CellInput extends InputStream {
    private final FrontCalls front;
    private final Cells cells;
    private Cell askedBy;
    private byte[] line = new byte[0];
    private int position;

    CellInput(FrontCalls front, Cells cells) {
        this.front = front;
        this.cells = cells;
        this.askedBy = cells.current();
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
        return hasRest() ? line.length - position : 0;
    }

    @SuppressWarnings("ReferenceEquality") // a cell that is run again is another
    private boolean hasRest() {
        return position < line.length && askedBy == cells.current();
    }

    private void fill() throws IOException {
        if (hasRest()) {
            return;
        }
        try {
            if (!cells.isRunning()) {
                throw new IOException("System.in can be read only while a cell runs: there is no one to ask.");
            }
            Cell asking = cells.current();
            line = (front.readLine("", false) + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
            askedBy = asking;
        } catch (InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException refused) {
            // a Scanner would keep the reason to itself and say that there is no line
            if (isReadByScanner()) {
                throw new UncheckedIOException(refused.getMessage(), refused);
            }
            throw refused;
        }
    }

    private static boolean isReadByScanner() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals("java.util.Scanner")));
    }
}
