package io.jotter.server.magics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/** {@code %%writefile}: the rest of the cell becomes a file. */
final class WriteFileMagic implements Magic {
    @Override
    public List<String> names() {
        return List.of("writefile", "file");
    }

    @Override
    public Side side() {
        return Side.FRONT;
    }

    @Override
    public MagicKind kind() {
        return MagicKind.CELL;
    }

    @Override
    public String usage() {
        return "%%writefile [-a] file, then its text: writes the rest of the cell into a file";
    }

    @Override
    public String help() {
        return """
                -a adds to the file instead of writing it anew. The text is written in UTF-8, as a whole or not at all. A folder
                that is not there is not made.

                Example:
                %%writefile notes.txt
                first line""";
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        return FileNames.completions(argument, context.workingDirectory());
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        boolean append = call.arguments().stream().anyMatch(each -> each.equals("-a") || each.equals("--append"));
        List<String> names = call.arguments().stream()
                .filter(each -> !each.equals("-a") && !each.equals("--append"))
                .toList();
        if (names.size() != 1 || names.get(0).startsWith("-")) {
            throw new MagicException("%%writefile needs the name of one file. Usage: " + usage());
        }
        Path file = path(names.get(0), context.workingDirectory());
        byte[] text = Objects.requireNonNull(call.body()).getBytes(StandardCharsets.UTF_8);
        boolean existed = Files.exists(file);
        try {
            write(file, text, append);
        } catch (IOException e) {
            throw new MagicException(file + " cannot be written: " + reason(e) + ". It is as it was.", e);
        }
        context.print((existed ? append ? "Appended " : "Overwrote with " : "Created with ") + text.length
                + (text.length == 1 ? " byte" : " bytes") + ": " + names.get(0) + "\n");
        return new MagicValue.Nothing();
    }

    private static Path path(String name, Path workingDirectory) throws MagicException {
        String meant = name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
        try {
            Path file = workingDirectory.resolve(meant).normalize();
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), name);
            if (Files.isDirectory(file)) {
                throw new MagicException(name + " is a folder: name a file in it.");
            }
            if (!Files.isDirectory(folder)) {
                throw new MagicException("There is no folder " + folder
                        + ": make it first, for example with !mkdir -p \"" + folder + "\"");
            }
            return file;
        } catch (InvalidPathException | NullPointerException e) {
            throw new MagicException(name + " is not the name of a file.", e);
        }
    }

    private static void write(Path file, byte[] text, boolean append) throws IOException {
        if (append) {
            Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return;
        }
        // what a link names is written, and not the link
        Path target = Files.exists(file) ? file.toRealPath() : file;
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(target)) {
            Files.write(target, text);
            return;
        }
        Path written = Files.createTempFile(target.getParent(), ".jotter", ".tmp");
        try {
            Files.write(written, text);
            FilePermissions.likeOthers(written, target);
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "it may not be written by you"
                : String.valueOf(e.getMessage());
    }
}
