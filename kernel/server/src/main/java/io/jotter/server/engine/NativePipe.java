package io.jotter.server.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Reads a standard stream of the worker's process: what native code and child processes print. The worker writes a mark
 * at the end of each cell; what came before it belongs to that cell.
 */
final class NativePipe implements Runnable {
    private final InputStream stream;
    private final byte[] mark;
    private final Consumer<String> sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition marked = lock.newCondition();
    private long marks;
    private boolean ended;

    NativePipe(InputStream stream, String token, Consumer<String> sink) {
        this.stream = stream;
        this.mark = ("\0" + token + "\0").getBytes(StandardCharsets.UTF_8);
        this.sink = sink;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        Utf8Decoder decoder = new Utf8Decoder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                pending.write(buffer, 0, count);
                byte[] rest = passOn(pending.toByteArray(), decoder);
                pending.reset();
                pending.write(rest, 0, rest.length);
            }
            emit(pending.toByteArray(), pending.size(), decoder);
        } catch (IOException processGone) {
            emit(pending.toByteArray(), pending.size(), decoder);
        } finally {
            lock.lock();
            try {
                ended = true;
                marked.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits until all was read; for a bounded time, since a child of the process may hold its streams open. */
    void awaitEnd(long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (!ended && left > 0) {
                left = marked.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this many marks were seen; for a bounded time, since a process may have closed its streams. */
    void awaitMarks(long count, long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (marks < count && left > 0) {
                left = marked.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Passes on all but the beginning of a mark at the end, which is returned. */
    private byte[] passOn(byte[] bytes, Utf8Decoder decoder) {
        int from = 0;
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] != 0) {
                at++;
            } else if (bytes.length - at < mark.length && startsMark(bytes, at, bytes.length - at)) {
                break;
            } else if (bytes.length - at >= mark.length && startsMark(bytes, at, mark.length)) {
                emit(java.util.Arrays.copyOfRange(bytes, from, at), at - from, decoder);
                at += mark.length;
                from = at;
                countMark();
            } else {
                at++;
            }
        }
        emit(java.util.Arrays.copyOfRange(bytes, from, at), at - from, decoder);
        return java.util.Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private boolean startsMark(byte[] bytes, int at, int length) {
        return java.util.Arrays.equals(bytes, at, at + length, mark, 0, length);
    }

    private void emit(byte[] bytes, int length, Utf8Decoder decoder) {
        String text = decoder.decode(bytes, length);
        if (!text.isEmpty()) {
            sink.accept(text);
        }
    }

    private void countMark() {
        lock.lock();
        try {
            marks++;
            marked.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
