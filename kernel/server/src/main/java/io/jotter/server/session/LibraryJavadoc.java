package io.jotter.server.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documentation comments of libraries, read from their sources: JShell knows those of the JDK alone. */
final class LibraryJavadoc {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryJavadoc.class);

    private final Supplier<List<Path>> classPath;
    private final Function<Path, Optional<Path>> sourceOf;

    /**
     * Over a notebook's class path.
     *
     * @param sourceOf the jar with the source of a jar, where it can be had
     */
    LibraryJavadoc(Supplier<List<Path>> classPath, Function<Path, Optional<Path>> sourceOf) {
        this.classPath = classPath;
        this.sourceOf = sourceOf;
    }

    /** Of what a signature of JShell's names. */
    Optional<String> of(String signature) {
        return JavaElement.of(signature).flatMap(this::comment);
    }

    private Optional<String> comment(JavaElement element) {
        // package.Outer.Inner is in package/Outer.java: the outermost type is the longest name of which there is a
        // class
        for (String outer = element.type(); !outer.isEmpty(); outer = enclosing(outer)) {
            String file = outer.replace('.', '/');
            Optional<Path> jar = jarWith(file + ".class");
            if (jar.isPresent()) {
                String[] names = (simpleName(outer) + element.type().substring(outer.length())).split("\\.", -1);
                return sourceOf.apply(jar.get())
                        .flatMap(source -> read(source, file + ".java"))
                        .flatMap(text -> SourceComments.of(text, names, element));
            }
        }
        return Optional.empty();
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String enclosing(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private Optional<Path> jarWith(String entry) {
        return classPath.get().stream()
                .filter(Files::isRegularFile)
                .filter(jar -> {
                    try (ZipFile zip = new ZipFile(jar.toFile())) {
                        return zip.getEntry(entry) != null;
                    } catch (IOException unreadable) {
                        return false;
                    }
                })
                .findFirst();
    }

    private static Optional<String> read(Path jar, String entry) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry found = zip.getEntry(entry);
            return found == null
                    ? Optional.empty()
                    : Optional.of(new String(zip.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", jar, e.getMessage());
            return Optional.empty();
        }
    }
}
