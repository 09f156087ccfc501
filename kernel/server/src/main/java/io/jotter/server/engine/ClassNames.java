package io.jotter.server.engine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public classes that code could import, by their simple names: the JDK's and those of the class path. Nothing is read
 * before something is asked; a jar is opened once for its names, and again for the few classes that are found, since names
 * do not say who may use a class.
 */
public final class ClassNames {
    private static final Logger LOG = LoggerFactory.getLogger(ClassNames.class);
    private static final String CLASS = ".class";

    /** Shown after those of everyday packages. */
    private static final List<String> FAR = List.of("javax.", "jdk.", "com.sun.", "sun.", "org.w3c.", "org.xml.");

    private static final Comparator<String> EVERYDAY_FIRST = Comparator.comparingInt((String name) ->
                    name.startsWith("java.util.") ? 0 : name.startsWith("java.") ? 1 : isFar(name) ? 3 : 2)
            .thenComparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    private static final Comparator<String> SHORTEST_FIRST = Comparator.comparingInt(
                    (String name) -> name.length() - name.lastIndexOf('.'))
            .thenComparing(EVERYDAY_FIRST);

    private final Supplier<List<Path>> classPath;
    private final Map<Path, List<Found>> ofJars = new HashMap<>();
    private List<Found> ofJdk = List.of();

    /** Whether they are public, of those that were asked about. */
    private final Map<String, Boolean> known = new HashMap<>();

    /** A class file: the class, and where its bytes are. */
    private record Found(String name, String simpleName, Source source) {
        Found(String name, Source source) {
            this(name, name.substring(name.lastIndexOf('.') + 1), source);
        }

        boolean isPublic() {
            try (InputStream bytes = source.open(name.replace('.', '/') + CLASS)) {
                return (new ClassReader(bytes).getAccess() & Opcodes.ACC_PUBLIC) != 0;
            } catch (IOException | IllegalArgumentException unreadable) {
                // a class file that is newer than the reader is no less public
                return unreadable instanceof IllegalArgumentException;
            }
        }
    }

    @FunctionalInterface
    private interface Source {
        InputStream open(String entry) throws IOException;
    }

    /**
     * @param classPath as it is when something is asked
     */
    public ClassNames(Supplier<List<Path>> classPath) {
        this.classPath = classPath;
    }

    /** Classes of this simple name, in full, the most everyday one first. */
    public List<String> named(String simpleName) {
        return found(found -> found.simpleName().equals(simpleName), EVERYDAY_FIRST, Integer.MAX_VALUE);
    }

    /** Classes whose simple names begin so, in full: the shortest names first, so many at most. */
    public List<String> beginning(String simpleName, int most) {
        return found(found -> found.simpleName().startsWith(simpleName), SHORTEST_FIRST, most);
    }

    private synchronized List<String> found(Predicate<Found> wanted, Comparator<String> order, int most) {
        if (ofJdk.isEmpty()) {
            ofJdk = jdk();
        }
        Map<String, Found> all = Stream.concat(
                        ofJdk.stream(),
                        classPath.get().stream()
                                .filter(Files::isRegularFile)
                                .flatMap(jar -> ofJars.computeIfAbsent(jar, ClassNames::classesOf).stream()))
                .filter(wanted)
                .collect(Collectors.toMap(Found::name, Function.identity(), (first, hidden) -> first));
        return all.values().stream()
                .sorted(Comparator.comparing(Found::name, order))
                .filter(found -> known.computeIfAbsent(found.name(), first -> found.isPublic()))
                .limit(most)
                .map(Found::name)
                .toList();
    }

    private static List<Found> jdk() {
        List<Found> found = new ArrayList<>();
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            Set<String> exported = module.descriptor().exports().stream()
                    .filter(exports -> !exports.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
            if (exported.isEmpty()) {
                continue;
            }
            Source source = entry -> {
                try (ModuleReader reader = module.open()) {
                    return new java.io.ByteArrayInputStream(
                            reader.open(entry).orElseThrow(IOException::new).readAllBytes());
                }
            };
            try (ModuleReader reader = module.open();
                    Stream<String> entries = reader.list()) {
                entries.filter(ClassNames::isTopLevel)
                        .map(ClassNames::name)
                        .filter(name -> exported.contains(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
                        .forEach(name -> found.add(new Found(name, source)));
            } catch (IOException e) {
                LOG.warn(
                        "The classes of {} are not offered: {}",
                        module.descriptor().name(),
                        e.getMessage());
            }
        }
        return found;
    }

    private static List<Found> classesOf(Path jar) {
        Source source = entry -> {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry found = zip.getEntry(entry);
                if (found == null) {
                    throw new IOException(entry);
                }
                return new java.io.ByteArrayInputStream(
                        zip.getInputStream(found).readAllBytes());
            }
        };
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(ClassNames::isTopLevel)
                    .filter(name -> name.indexOf('/') > 0 && !name.startsWith("META-INF/") && !isInternal(name))
                    .map(name -> new Found(name(name), source))
                    .toList();
        } catch (IOException e) {
            LOG.warn("The classes of {} are not offered: {}", jar, e.getMessage());
            return List.of();
        }
    }

    private static boolean isTopLevel(String entry) {
        return entry.endsWith(CLASS) && entry.indexOf('$') < 0 && !entry.endsWith("-info.class");
    }

    private static String name(String entry) {
        return entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
    }

    private static boolean isInternal(String entry) {
        String path = entry.toLowerCase(Locale.ROOT);
        return path.contains("/internal/") || path.contains("/shaded/") || path.contains("/repackaged/");
    }

    private static boolean isFar(String name) {
        return FAR.stream().anyMatch(name::startsWith);
    }
}
