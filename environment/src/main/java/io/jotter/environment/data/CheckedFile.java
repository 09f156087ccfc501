package io.jotter.environment.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A gzip file known by the SHA-256 and the size of its unpacked bytes. The wrapper is not hashed: publishers of the same data pack it
 * differently.
 *
 * @param name the file's name, at its source and on disk
 * @param sha256 lower-case hexadecimal digest of the unpacked bytes
 * @param size number of unpacked bytes
 */
record CheckedFile(String name, String sha256, int size) {

    /** The unpacked bytes of {@code folder/name}, verified. Throws {@link BrokenFileException} where they are not the publisher's. */
    byte[] unpack(Path file) throws IOException {
        byte[] bytes;
        try (InputStream packed = Files.newInputStream(file);
                InputStream unpacked = new GZIPInputStream(packed, 1 << 16)) {
            // one byte more than expected, and no further: the bytes are untrusted and may unpack without end
            bytes = unpacked.readNBytes(size + 1);
        } catch (EOFException cut) {
            throw new BrokenFileException(name, "it is cut short");
        } catch (ZipException damaged) {
            throw new BrokenFileException(name, "it is not a whole gzip file (" + damaged.getMessage() + ")");
        }
        if (bytes.length != size) {
            String found = bytes.length > size ? "more than " + size : String.valueOf(bytes.length);
            throw new BrokenFileException(name, "it unpacks to " + found + " bytes and should to " + size);
        }
        String digest = sha256(bytes);
        if (!digest.equals(sha256)) {
            throw new BrokenFileException(name, "its SHA-256 is " + digest + " and should be " + sha256);
        }
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
