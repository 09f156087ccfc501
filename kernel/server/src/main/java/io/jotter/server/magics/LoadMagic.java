package io.jotter.server.magics;

import io.jotter.server.ipynb.NotebookFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code %load tools}: runs a file of Java, or the code cells of a notebook, in this notebook's scope. */
final class LoadMagic implements Magic {
    private static final List<String> EXTENSIONS = List.of("", ".jsh", ".jshell", ".java", ".ijava", ".ipynb");

    @Override
    public List<String> names() {
        return List.of("load");
    }

    @Override
    public Side side() {
        return Side.FRONT;
    }

    @Override
    public MagicKind kind() {
        return MagicKind.LINE;
    }

    @Override
    public String usage() {
        return "%load file...: runs a file of Java or the code cells of a notebook; .jsh, .jshell, .java, .ijava and .ipynb"
                + " may be left out";
    }

    @Override
    public String help() {
        return "A file without an ending is tried with .jsh, .jshell, .java, .ijava and .ipynb.\n\nExample:\n%load helpers.jsh";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        if (call.arguments().isEmpty()) {
            throw new MagicException("%load needs a file. Usage: " + usage());
        }
        for (String written : call.arguments()) {
            for (Path file : find(written, context.workingDirectory())) {
                if (file.toString().toLowerCase(Locale.ROOT).endsWith(".ipynb")) {
                    loadNotebook(file, context);
                } else {
                    context.runCode(shown(file), read(file));
                }
            }
        }
        return new MagicValue.Nothing();
    }

    private static List<Path> find(String written, Path workingDirectory) throws MagicException {
        FileGlob glob = FileGlob.parse(written, workingDirectory);
        if (!glob.isPlainPath()) {
            List<Path> files =
                    glob.matches().stream().filter(Files::isRegularFile).toList();
            if (files.isEmpty()) {
                throw new MagicException("No file matches " + glob.shown() + ".");
            }
            return files;
        }
        Path asWritten = glob.base();
        for (String extension : EXTENSIONS) {
            Path file = asWritten.resolveSibling(asWritten.getFileName() + extension);
            if (Files.isRegularFile(file)) {
                return List.of(file);
            }
        }
        throw new MagicException("There is no file " + asWritten + ", nor one with "
                + String.join(", ", EXTENSIONS.subList(1, EXTENSIONS.size())) + " after it.");
    }

    private static void loadNotebook(Path file, MagicContext context) throws MagicException {
        Optional<List<String>> cells = NotebookFile.codeCells(read(file));
        if (cells.isEmpty()) {
            throw new MagicException(file + " is no notebook that can be read: its JSON has no cells.");
        }
        int number = 0;
        for (String code : cells.get()) {
            number++;
            context.runCode(shown(file) + ", code cell " + number, code);
        }
    }

    private static String read(Path file) throws MagicException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new MagicException(file + " is not written in UTF-8.", e);
        } catch (IOException e) {
            throw new MagicException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static String shown(Path file) {
        return String.valueOf(file.getFileName());
    }
}
