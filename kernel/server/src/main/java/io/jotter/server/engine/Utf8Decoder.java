package io.jotter.server.engine;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decodes a stream of UTF-8 that comes in pieces, perhaps cut within a character. What is no UTF-8 becomes U+FFFD. */
final class Utf8Decoder {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];

    /** Whether the last piece ended within a character, whose beginning is kept for the next. */
    boolean isWithinCharacter() {
        return rest.length > 0;
    }

    String decode(byte[] bytes, int length) {
        byte[] whole = Arrays.copyOf(rest, rest.length + length);
        System.arraycopy(bytes, 0, whole, rest.length, length);
        ByteBuffer in = ByteBuffer.wrap(whole);
        CharBuffer out = CharBuffer.allocate(whole.length);
        decoder.reset().decode(in, out, false);
        rest = Arrays.copyOfRange(whole, in.position(), whole.length);
        return out.flip().toString();
    }
}
