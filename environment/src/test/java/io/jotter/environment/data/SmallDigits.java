package io.jotter.environment.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A data set of 20 + 10 digits in the four files of MNIST, and a loader of it whose words can be read. */
final class SmallDigits {
    final Map<String, byte[]> packed = new LinkedHashMap<>();
    final DigitFiles files;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    SmallDigits() {
        LabelledImages train = new DigitGenerator(5).draw(20);
        LabelledImages test = new DigitGenerator(6).draw(10);
        files = new DigitFiles(
                packed("train-images-idx3-ubyte.gz", images(train)),
                packed("train-labels-idx1-ubyte.gz", labels(train)),
                packed("t10k-images-idx3-ubyte.gz", images(test)),
                packed("t10k-labels-idx1-ubyte.gz", labels(test)));
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : packed.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    Mnist load(@Nullable Path folder, Path cache, URI... sources) {
        DataPlaces places = new DataPlaces(folder, cache, List.of(sources), false);
        return Mnist.load(places, files, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return target.toByteArray();
    }

    private CheckedFile packed(String name, byte[] bytes) {
        packed.put(name, gzip(bytes));
        return new CheckedFile(name, CheckedFile.sha256(bytes), bytes.length);
    }

    static byte[] images(LabelledImages digits) {
        ByteBuffer idx = ByteBuffer.allocate(16 + digits.size() * 784);
        idx.putInt(0x803).putInt(digits.size()).putInt(28).putInt(28);
        for (int i = 0; i < digits.size(); i++) {
            idx.put(digits.bytes(i));
        }
        return idx.array();
    }

    private static byte[] labels(LabelledImages digits) {
        ByteBuffer idx = ByteBuffer.allocate(8 + digits.size());
        idx.putInt(0x801).putInt(digits.size());
        for (int i = 0; i < digits.size(); i++) {
            idx.put((byte) digits.label(i));
        }
        return idx.array();
    }
}
