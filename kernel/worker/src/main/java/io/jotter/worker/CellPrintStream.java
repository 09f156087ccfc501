package io.jotter.worker;

import io.jotter.api.OutputTarget;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Formatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.out} and {@code System.err} of cells: each call becomes one piece of text in the outbox.
 *
 * <p>Overrides everything that would pass through the buffers of {@link PrintStream}: those are guarded by locks of
 * {@code java.util.concurrent} on newer JDKs, and a thread that is stopped inside would leave them locked for ever.
 */
@SuppressWarnings("AnnotateFormatMethod") // the signatures are the JDK's
final class CellPrintStream extends PrintStream {
    private final Outbox outbox;
    private final Cells cells;
    private final boolean error;

    CellPrintStream(Outbox outbox, Cells cells, boolean error) {
        super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.outbox = outbox;
        this.cells = cells;
        this.error = error;
    }

    private void put(String text) {
        OutputTarget target = cells.target();
        if (target != null) {
            target.print(error, text);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        outbox.print(cells.ofThisThread(), error, utf8, 0, utf8.length);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        java.util.Objects.checkFromIndexSize(offset, length, bytes.length);
        OutputTarget target = cells.target();
        if (target != null) {
            target.print(error, new String(bytes, offset, length, StandardCharsets.UTF_8));
            return;
        }
        outbox.print(cells.ofThisThread(), error, bytes, offset, length);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        // a cell that closes System.out in a try-with-resources does not silence the next one
    }

    @Override
    public boolean checkError() {
        return false;
    }

    @Override
    public void print(boolean b) {
        put(String.valueOf(b));
    }

    @Override
    public void print(char c) {
        put(String.valueOf(c));
    }

    @Override
    public void print(int i) {
        put(String.valueOf(i));
    }

    @Override
    public void print(long l) {
        put(String.valueOf(l));
    }

    @Override
    public void print(float f) {
        put(String.valueOf(f));
    }

    @Override
    public void print(double d) {
        put(String.valueOf(d));
    }

    @Override
    public void print(char[] s) {
        put(String.valueOf(s));
    }

    @Override
    public void print(@Nullable String s) {
        put(String.valueOf(s));
    }

    @Override
    public void print(@Nullable Object obj) {
        put(String.valueOf(obj));
    }

    @Override
    public void println() {
        put("\n");
    }

    @Override
    public void println(boolean x) {
        put(x + "\n");
    }

    @Override
    public void println(char x) {
        put(x + "\n");
    }

    @Override
    public void println(int x) {
        put(x + "\n");
    }

    @Override
    public void println(long x) {
        put(x + "\n");
    }

    @Override
    public void println(float x) {
        put(x + "\n");
    }

    @Override
    public void println(double x) {
        put(x + "\n");
    }

    @Override
    public void println(char[] x) {
        put(String.valueOf(x) + "\n");
    }

    @Override
    public void println(@Nullable String x) {
        put(x + "\n");
    }

    @Override
    public void println(@Nullable Object x) {
        put(x + "\n");
    }

    @Override
    public PrintStream format(String format, @Nullable Object... arguments) {
        put(new Formatter().format(format, arguments).toString());
        return this;
    }

    @Override
    public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        put(new Formatter(locale).format(format, arguments).toString());
        return this;
    }

    @Override
    public PrintStream printf(String format, @Nullable Object... arguments) {
        return format(format, arguments);
    }

    @Override
    public PrintStream printf(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        return format(locale, format, arguments);
    }

    @Override
    public PrintStream append(@Nullable CharSequence text) {
        put(String.valueOf(text));
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence text, int start, int end) {
        put(String.valueOf(text).substring(start, end));
        return this;
    }

    @Override
    public PrintStream append(char c) {
        put(String.valueOf(c));
        return this;
    }
}
