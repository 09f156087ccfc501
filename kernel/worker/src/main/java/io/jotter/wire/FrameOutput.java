package io.jotter.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of one frame while it is written: a growing array, big endian. */
final class FrameOutput {
    private byte[] bytes = new byte[256];
    private int size;

    FrameOutput u1(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    FrameOutput flag(boolean value) {
        return u1(value ? 1 : 0);
    }

    FrameOutput i4(int value) {
        room(4);
        size = put4(bytes, size, value);
        return this;
    }

    FrameOutput i8(long value) {
        return i4((int) (value >>> 32)).i4((int) value);
    }

    FrameOutput text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return blob(utf8, utf8.length);
    }

    FrameOutput optional(@Nullable String value) {
        flag(value != null);
        return value == null ? this : text(value);
    }

    FrameOutput texts(List<String> values) {
        i4(values.size());
        values.forEach(this::text);
        return this;
    }

    FrameOutput blob(byte[] value, int length) {
        i4(length);
        room(length);
        System.arraycopy(value, 0, bytes, size, length);
        size += length;
        return this;
    }

    /** Sets the four bytes at an earlier place. */
    void patch4(int at, int value) {
        put4(bytes, at, value);
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    private static int put4(byte[] target, int at, int value) {
        target[at] = (byte) (value >>> 24);
        target[at + 1] = (byte) (value >>> 16);
        target[at + 2] = (byte) (value >>> 8);
        target[at + 3] = (byte) value;
        return at + 4;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
