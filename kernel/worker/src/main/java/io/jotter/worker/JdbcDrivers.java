package io.jotter.worker;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code java.sql.DriverManager} looks for drivers once. Those of jars that come later are made known to it here. */
final class JdbcDrivers {
    private static final String SERVICE = "META-INF/services/java.sql.Driver";

    private JdbcDrivers() {}

    /**
     * Loads the drivers that these entries name, as the manager would have; each registers itself.
     *
     * @param loader that has the entries
     */
    static void load(List<String> entries, ClassLoader loader) {
        for (String entry : entries) {
            named(entry).forEach(name -> load(name, loader));
        }
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, true, loader);
        } catch (CellStopped stop) {
            throw stop;
        } catch (Throwable broken) {
            // as with the manager itself: it is told to whoever wants the driver
            return;
        }
    }

    private static List<String> named(String entry) {
        try (URLClassLoader alone =
                        new URLClassLoader(new URL[] {Path.of(entry).toUri().toURL()}, null);
                InputStream service = alone.getResourceAsStream(SERVICE)) {
            return service == null
                    ? List.of()
                    : new String(service.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
