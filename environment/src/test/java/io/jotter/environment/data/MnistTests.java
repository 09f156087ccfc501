package io.jotter.environment.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jotter.environment.RecordingHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistTests {
    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";

    @TempDir
    Path temp;

    private final SmallDigits digits = new SmallDigits();

    @Test
    void aFolderIsTakenBeforeTheCache() throws IOException {
        digits.writeTo(temp.resolve("folder"));
        digits.writeTo(cache());
        Mnist mnist = digits.load(temp.resolve("folder"), cache());
        assertThat(mnist.source()).isEqualTo(Mnist.Source.FOLDER);
        assertThat(mnist.train().size()).isEqualTo(20);
        assertThat(mnist.test().size()).isEqualTo(10);
        assertThat(mnist.train().bytes(7))
                .isEqualTo(new DigitGenerator(5).draw(20).bytes(7));
        assertThat(digits.said()).isEqualToIgnoringNewLines("MNIST: 20 + 10 digits from the folder JOTTER_DATA");
    }

    @Test
    void withoutAFolderTheCacheIsTaken() throws IOException {
        digits.writeTo(cache());
        assertThat(digits.load(null, cache()).source()).isEqualTo(Mnist.Source.CACHE);
        assertThat(digits.said()).isEqualToIgnoringNewLines("MNIST: 20 + 10 digits from the cache");
    }

    @Test
    void aCutFileIsRefusedByNameAndTheNextPlaceIsAsked() throws IOException {
        Path folder = temp.resolve("folder");
        digits.writeTo(folder);
        digits.writeTo(cache());
        byte[] whole = Files.readAllBytes(folder.resolve(TRAIN_IMAGES));
        Files.write(folder.resolve(TRAIN_IMAGES), Arrays.copyOf(whole, whole.length / 2));
        assertThat(digits.load(folder, cache()).source()).isEqualTo(Mnist.Source.CACHE);
        assertThat(digits.said()).contains("MNIST: " + TRAIN_IMAGES + " refused: it is cut short");
    }

    @Test
    void aFigureSaysWhichDigitsAndNotByWhichRoad() throws IOException {
        digits.writeTo(cache());
        assertThat(digits.load(null, cache()).source()).hasToString("MNIST");
        assertThat(digits.load(null, temp.resolve("empty")).source()).hasToString("drawn digits");
    }

    @Test
    void aWholeFileOfOtherBytesIsRefusedByItsDigest() throws IOException {
        digits.writeTo(cache());
        Files.write(
                cache().resolve(TRAIN_IMAGES), SmallDigits.gzip(SmallDigits.images(new DigitGenerator(9).draw(20))));
        assertThat(digits.load(null, cache()).source()).isEqualTo(Mnist.Source.GENERATOR);
        assertThat(digits.said()).contains(TRAIN_IMAGES + " refused: its SHA-256 is ");
    }

    @Test
    void aFileThatUnpacksToMoreIsRefused() throws IOException {
        digits.writeTo(cache());
        Files.write(cache().resolve(TRAIN_IMAGES), SmallDigits.gzip(new byte[1_000_000]));
        assertThat(digits.load(null, cache()).source()).isEqualTo(Mnist.Source.GENERATOR);
        assertThat(digits.said()).contains(TRAIN_IMAGES + " refused: it unpacks to more than 15696 bytes");
    }

    @Test
    void aFileMissingFromTheFolderIsNamed() throws IOException {
        digits.writeTo(temp.resolve("folder"));
        Files.delete(temp.resolve("folder").resolve(TRAIN_IMAGES));
        assertThat(digits.load(temp.resolve("folder"), cache()).source()).isEqualTo(Mnist.Source.GENERATOR);
        assertThat(digits.said()).contains("MNIST: " + TRAIN_IMAGES + " is not in ");
    }

    @Test
    void aDownloadIsKeptInTheCacheAndNothingElseIs() throws IOException {
        try (LocalSource source = new LocalSource(digits.packed)) {
            assertThat(digits.load(null, cache(), source.address()).source()).isEqualTo(Mnist.Source.DOWNLOAD);
        }
        try (Stream<Path> kept = Files.list(cache())) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(digits.packed.keySet());
        }
        assertThat(digits.load(null, cache()).source()).isEqualTo(Mnist.Source.CACHE);
    }

    @Test
    void aDownloadShowsHowMuchOfHowMuchIsThere() throws IOException {
        RecordingHost notebook = RecordingHost.running();
        try (LocalSource source = new LocalSource(digits.packed)) {
            digits.load(null, cache(), source.address());
        }
        assertThat(notebook.displayed).as("a bar for each file").hasSize(digits.packed.size());
        assertThat(notebook.lastText()).startsWith("█".repeat(24)).contains(" MB");
    }

    @Test
    void anAnswerThatIsNoFileShowsNoBar() throws IOException {
        RecordingHost notebook = RecordingHost.running();
        try (LocalSource empty = new LocalSource(Map.of())) {
            digits.load(null, cache(), empty.address());
        }
        assertThat(notebook.displayed).isEmpty();
    }

    @Test
    void theSecondSourceIsAskedWhenTheFirstFails() throws IOException {
        try (LocalSource empty = new LocalSource(Map.of());
                LocalSource source = new LocalSource(digits.packed)) {
            assertThat(digits.load(null, cache(), empty.address(), source.address())
                            .source())
                    .isEqualTo(Mnist.Source.DOWNLOAD);
        }
        assertThat(digits.said()).containsOnlyOnce("it answered with status 404");
    }

    @Test
    void theSecondSourceIsAskedWhenTheFirstServesOtherBytes() throws IOException {
        try (LocalSource wrong = new LocalSource(Map.of(TRAIN_IMAGES, SmallDigits.gzip(new byte[15_696])));
                LocalSource source = new LocalSource(digits.packed)) {
            assertThat(digits.load(null, cache(), wrong.address(), source.address())
                            .source())
                    .isEqualTo(Mnist.Source.DOWNLOAD);
        }
        assertThat(digits.said()).contains(TRAIN_IMAGES + " refused: its SHA-256 is ");
    }

    @Test
    void withoutAnySourceTheDigitsAreDrawnAndItIsSaid() throws IOException {
        URI closed;
        try (LocalSource source = new LocalSource(Map.of())) {
            closed = source.address();
        }
        Mnist mnist = digits.load(null, cache(), closed);
        assertThat(mnist.source()).isEqualTo(Mnist.Source.GENERATOR);
        assertThat(mnist.train().size()).isEqualTo(20);
        assertThat(digits.said()).contains("MNIST: not downloaded", "drawn by program, not handwritten");
        assertThat(cache()).isEmptyDirectory();
    }

    @Test
    void theEnvironmentNamesThePlaces() {
        Properties system = new Properties();
        system.setProperty("os.name", "Linux");
        system.setProperty("user.home", "home");
        DataPlaces plain = DataPlaces.of(Map.of(), system);
        assertThat(plain.folder()).isNull();
        assertThat(plain.cache()).isEqualTo(Path.of("home", ".cache", "jotter", "mnist"));
        assertThat(plain.generatorOnly()).isFalse();
        DataPlaces named = DataPlaces.of(
                Map.of("JOTTER_DATA", "data", "XDG_CACHE_HOME", "kept", "JOTTER_MNIST", "generator"), system);
        assertThat(named.folder()).isEqualTo(Path.of("data", "mnist"));
        assertThat(named.cache()).isEqualTo(Path.of("kept", "jotter", "mnist"));
        assertThat(named.generatorOnly()).isTrue();
        system.setProperty("os.name", "Windows 11");
        assertThat(DataPlaces.of(Map.of("LOCALAPPDATA", "local"), system).cache())
                .isEqualTo(Path.of("local", "jotter", "mnist"));
    }

    private Path cache() {
        return temp.resolve("cache");
    }

    /** Serves files on the loopback address. */
    private static final class LocalSource implements AutoCloseable {
        private final HttpServer server;

        LocalSource(Map<String, byte[]> files) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/mnist/", exchange -> {
                byte[] body =
                        files.get(List.of(exchange.getRequestURI().getPath().split("/", -1))
                                .get(2));
                try (exchange) {
                    exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
                    if (body != null) {
                        exchange.getResponseBody().write(body);
                    }
                }
            });
            server.start();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mnist/");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
