package io.jotter.server.engine;

import io.jotter.api.Extension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which packages the environment's jars have, written down when the kernel was installed: a first cell needs hardly any of
 * them, and to open them all takes longer than all else that it needs.
 *
 * @param packages from a jar to whether it has a package of that name; jars that have changed since, and those that refer to further
 *     ones, are not in it
 */
record PackageIndex(Map<Path, Predicate<String>> packages) {
    private static final Logger LOG = LoggerFactory.getLogger(PackageIndex.class);

    static final PackageIndex NONE = new PackageIndex(Map.of());

    private static final String EXTENSIONS = Extension.class.getName();

    /** Its columns: a jar, its size in bytes, its time of change in milliseconds, its packages parted by blanks. */
    private static final int COLUMNS = 4;

    /** That of an environment's list of jars, which lies beside it; {@link #NONE} where it cannot be used. */
    static PackageIndex beside(Path environment) {
        Path file = environment.resolveSibling("environment.packages");
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        Map<Path, Predicate<String>> packages = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.split("\t", -1);
                if (columns.length == COLUMNS && isUnchanged(Path.of(columns[0]), columns[1], columns[2])) {
                    packages.put(Path.of(columns[0]), Set.of(columns[3].split(" "))::contains);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} is passed over: {}", file, e.getMessage());
            return NONE;
        }
        return new PackageIndex(packages);
    }

    private static boolean isUnchanged(Path jar, String size, String millis) throws IOException {
        return Files.isRegularFile(jar)
                && String.valueOf(Files.size(jar)).equals(size)
                && String.valueOf(Files.getLastModifiedTime(jar).toMillis()).equals(millis);
    }

    /** This one and one jar more. */
    PackageIndex and(Path jar, Predicate<String> hasPackage) {
        Map<Path, Predicate<String>> more = new HashMap<>(packages);
        more.put(jar, hasPackage);
        return new PackageIndex(more);
    }

    boolean knows(Path jar) {
        return packages.containsKey(jar);
    }

    /** Whether a jar has classes in a package, as far as is known. */
    boolean mayHave(Path jar, String packageName) {
        Predicate<String> known = packages.get(jar);
        return known == null || known.test(packageName);
    }

    /** Whether a jar or a folder names extensions; one that is not in the index is looked into. */
    boolean mayHaveExtensions(Path entry) {
        if (knows(entry)) {
            // the service file, written down as if it were a package
            return mayHave(entry, ServiceFiles.path(EXTENSIONS).replace('/', '.'));
        }
        return ServiceFiles.offers(entry, EXTENSIONS);
    }

    /** These entries without those that it knows. */
    List<Path> unknown(List<Path> entries) {
        return entries.stream().filter(entry -> !knows(entry)).toList();
    }
}
