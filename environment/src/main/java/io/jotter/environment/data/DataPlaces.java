package io.jotter.environment.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where MNIST may be found.
 *
 * @param folder where a person has put the files, or null
 * @param cache where a download is kept
 * @param sources addresses of folders that serve the files, in the order to ask them, each ending in a slash
 * @param generatorOnly whether to look nowhere and draw the digits
 */
record DataPlaces(@Nullable Path folder, Path cache, List<URI> sources, boolean generatorOnly) {
    /** The publisher first, then the two public copies that PyTorch and TensorFlow load from. Whoever serves it, the digest decides. */
    static final List<URI> MNIST_SOURCES = List.of(
            URI.create("https://yann.lecun.com/exdb/mnist/"),
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

    /** Reads {@code JOTTER_DATA}, {@code JOTTER_MNIST} (or the property {@code jotter.mnist}) and the platform's place for caches. */
    static DataPlaces of(Map<String, String> environment, Properties system) {
        String data = environment.get("JOTTER_DATA");
        String wish = system.getProperty("jotter.mnist", environment.getOrDefault("JOTTER_MNIST", ""));
        return new DataPlaces(
                data == null || data.isBlank() ? null : Path.of(data, "mnist"),
                cacheHome(environment, system).resolve("jotter").resolve("mnist"),
                MNIST_SOURCES,
                wish.equalsIgnoreCase("generator"));
    }

    private static Path cacheHome(Map<String, String> environment, Properties system) {
        boolean windows = system.getProperty("os.name", "").startsWith("Windows");
        String named = environment.get(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path home = Path.of(system.getProperty("user.home", "."));
        return windows ? home.resolve("AppData").resolve("Local") : home.resolve(".cache");
    }
}
