package io.jotter.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of one frame while it is read. */
final class FrameInput {
    private final ByteBuffer bytes;

    FrameInput(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int u1() {
        return bytes.get() & 0xff;
    }

    boolean flag() {
        return u1() != 0;
    }

    int i4() {
        return bytes.getInt();
    }

    long i8() {
        return bytes.getLong();
    }

    String text() {
        return new String(blob(), StandardCharsets.UTF_8);
    }

    @Nullable
    String optional() {
        return flag() ? text() : null;
    }

    List<String> texts() {
        int count = i4();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(text());
        }
        return values;
    }

    byte[] blob() {
        int length = i4();
        if (length < 0 || length > bytes.remaining()) {
            // before memory is taken for what is not there
            throw new IllegalArgumentException("A frame names " + length + " bytes and has " + bytes.remaining());
        }
        byte[] value = new byte[length];
        bytes.get(value);
        return value;
    }
}
