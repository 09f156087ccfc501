package io.jotter.server.engine;

import io.jotter.wire.ClassFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The folder with the classes of whole files that the notebook has had compiled. Gone with the kernel. */
final class CompiledUnits implements AutoCloseable {
    private final Path root;

    private CompiledUnits(Path root) {
        this.root = root;
    }

    static CompiledUnits create() throws IOException {
        CompiledUnits units = new CompiledUnits(Files.createTempDirectory("jotter-classes"));
        Files.createDirectory(units.folder());
        return units;
    }

    /**
     * Compiles a file and puts its classes on the class path of both sides, all or none.
     *
     * @throws IOException if they cannot be written
     */
    UnitOutcome install(
            String source, String file, JavaShell shell, List<String> options, Consumer<Path> addToClassPath)
            throws IOException {
        Path stage = Files.createTempDirectory(root, "stage");
        try {
            UnitCompiler.Compiled compiled = UnitCompiler.compile(source, file, shell.classPath(), options, stage);
            List<ClassFile> classes = compiled.classes();
            if (!compiled.problems().isEmpty() && classes.isEmpty()) {
                return new UnitOutcome.Refused(compiled.problems());
            }
            List<String> names = classes.stream().map(ClassFile::name).toList();
            if (names.stream().anyMatch(name -> !name.contains("."))) {
                return new UnitOutcome.WithoutPackage(names);
            }
            Optional<String> refused = shell.engine()
                    .replaceLoaded(classes.stream().filter(this::has).toList());
            if (refused.isPresent()) {
                return new UnitOutcome.NotReplaced(refused.get());
            }
            take(classes);
            if (shell.classPath().contains(folder())) {
                shell.classesChanged();
            } else {
                addToClassPath.accept(folder());
            }
            return new UnitOutcome.Installed(names);
        } finally {
            delete(stage);
        }
    }

    /** What stands on the class path. */
    private Path folder() {
        return root.resolve("classes");
    }

    private boolean has(ClassFile file) {
        return Files.exists(folder().resolve(path(file)));
    }

    /** Takes classes in, in place of those of their names. */
    private void take(List<ClassFile> classes) throws IOException {
        for (ClassFile each : classes) {
            Path target = folder().resolve(path(each));
            Files.createDirectories(target.getParent());
            Path written = Files.write(target.resolveSibling(target.getFileName() + ".new"), each.bytes());
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String path(ClassFile file) {
        return file.name().replace('.', File.separatorChar) + ".class";
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            // in the folder for what is temporary, which the system clears
            return;
        }
    }

    @Override
    public void close() {
        delete(root);
    }
}
