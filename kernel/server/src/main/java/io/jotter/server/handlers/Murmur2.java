package io.jotter.server.handlers;

import java.nio.charset.StandardCharsets;

/** Murmur2 in 32 bits, by Austin Appleby: by it a debugger's client and its kernel give the same name to a cell's code. */
final class Murmur2 {
    private static final int MIX = 0x5bd1e995;

    private Murmur2() {}

    /** The hash of a text's UTF-8, an unsigned number of 32 bits. */
    static long of(String text, int seed) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int hash = seed ^ bytes.length;
        int whole = bytes.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            int four = at(bytes, i) | at(bytes, i + 1) << 8 | at(bytes, i + 2) << 16 | at(bytes, i + 3) << 24;
            four *= MIX;
            four ^= four >>> 24;
            hash = hash * MIX ^ four * MIX;
        }
        int left = 0;
        for (int i = bytes.length - 1; i >= whole; i--) {
            left = left << 8 | at(bytes, i);
        }
        if (whole < bytes.length) {
            hash = (hash ^ left) * MIX;
        }
        hash = (hash ^ hash >>> 13) * MIX;
        return Integer.toUnsignedLong(hash ^ hash >>> 15);
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }
}
