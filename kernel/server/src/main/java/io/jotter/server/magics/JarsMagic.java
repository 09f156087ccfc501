package io.jotter.server.magics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;

/** {@code %jars lib/*.jar} and {@code %classpath}, which takes directories of compiled classes too. */
final class JarsMagic implements Magic {
    private final String name;
    private final boolean takesDirectories;

    private JarsMagic(String name, boolean takesDirectories) {
        this.name = name;
        this.takesDirectories = takesDirectories;
    }

    static JarsMagic jars() {
        return new JarsMagic("jars", false);
    }

    static JarsMagic classPath() {
        return new JarsMagic("classpath", true);
    }

    @Override
    public List<String> names() {
        return List.of(name);
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
        return takesDirectories
                ? "%classpath glob...: adds jars and directories of classes; the value is the list of them"
                : "%jars glob...: adds jars; the value is the list of them";
    }

    @Override
    public String help() {
        return "A glob may have *, **, ? and {a,b}; relative paths start at the notebook's folder. All or nothing is added, and"
                + " stays when the worker is started anew.\n\nExample:\n%" + name
                + (takesDirectories ? " target/classes" : " lib/*.jar");
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        return FileNames.completions(argument, context.workingDirectory());
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        if (call.arguments().isEmpty()) {
            throw new MagicException("%" + name + " needs a file or a glob. Usage: " + usage());
        }
        Set<Path> matches = new LinkedHashSet<>();
        for (String glob : call.arguments()) {
            matches.addAll(entries(glob, context.workingDirectory()));
        }
        List<Path> known = context.classPath();
        List<Path> added =
                matches.stream().filter(entry -> !known.contains(entry)).toList();
        if (!added.isEmpty()) {
            context.addToClassPath(added);
        }
        // a cell that is run again yields the same list again
        return new MagicValue.Texts(matches.stream().map(Path::toString).toList());
    }

    private List<Path> entries(String glob, Path workingDirectory) throws MagicException {
        FileGlob files = FileGlob.parse(glob, workingDirectory);
        List<Path> matches = files.matches();
        if (matches.isEmpty()) {
            throw new MagicException(
                    files.isPlainPath()
                            ? "There is no file " + files.shown() + "."
                            : "Nothing matches " + files.shown() + ". Relative paths start at " + workingDirectory
                                    + ".");
        }
        if (files.isPlainPath()) {
            check(matches.get(0));
            return matches;
        }
        List<Path> entries = matches.stream().filter(match -> takes(match)).toList();
        if (entries.isEmpty()) {
            throw new MagicException("What matches " + files.shown() + " is no jar"
                    + (takesDirectories ? " and no directory." : ". Directories of classes go to %classpath."));
        }
        for (Path entry : entries) {
            check(entry);
        }
        return entries;
    }

    private boolean takes(Path entry) {
        return Files.isDirectory(entry)
                ? takesDirectories
                : entry.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private void check(Path entry) throws MagicException {
        if (Files.isDirectory(entry)) {
            if (!takesDirectories) {
                throw new MagicException(entry + " is a directory: write %jars " + entry.getFileName()
                        + "/*.jar for the jars in it, or %classpath for compiled classes.");
            }
            return;
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            jar.size();
        } catch (IOException e) {
            throw new MagicException(entry + " is not a jar that can be read: " + e.getMessage() + ".", e);
        }
    }
}
