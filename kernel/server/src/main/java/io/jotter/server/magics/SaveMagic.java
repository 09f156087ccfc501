package io.jotter.server.magics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** {@code %save}: the cells that were run, as a file for jshell. */
final class SaveMagic implements Magic {
    @Override
    public List<String> names() {
        return List.of("save");
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
        return "%save [-f] file [cells]: writes the cells run so far, as in 1-3 7, for jshell";
    }

    @Override
    public String help() {
        return """
                Each cell stands below its number. Magics, which jshell does not know, become comments. A file that is there is
                replaced with -f only. A name without an ending gets .jsh.

                Example:
                %save lesson.jsh 1-5""";
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        return FileNames.completions(argument, context.workingDirectory());
    }

    @SuppressWarnings("OrphanedFormatString") // the per cent sign of a magic
    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        boolean force = call.arguments().contains("-f");
        List<String> words =
                call.arguments().stream().filter(each -> !each.equals("-f")).toList();
        if (words.isEmpty()) {
            throw new MagicException("%save needs the name of a file. Usage: " + usage());
        }
        List<RanCell> cells =
                CellRanges.of(words.subList(1, words.size()), usage()).from(context.history());
        if (cells.isEmpty()) {
            throw new MagicException("No such cell has run yet. %history -n lists them.");
        }
        String text = cells.stream().map(SaveMagic::written).collect(Collectors.joining("\n"));
        Path file = write(words.get(0), text, force, context.workingDirectory());
        context.print(
                "Wrote " + cells.size() + (cells.size() == 1 ? " cell: " : " cells: ") + file.getFileName() + "\n");
        return new MagicValue.Nothing();
    }

    private static Path write(String name, String text, boolean force, Path folder) throws MagicException {
        try {
            Path file = folder.resolve(name.contains(".") ? name : name + ".jsh");
            if (!force && Files.exists(file)) {
                throw new MagicException(name + " is there already: %save -f " + name + " replaces it.");
            }
            Files.writeString(
                    file,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            return file;
        } catch (IOException | InvalidPathException e) {
            throw new MagicException(name + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static String written(RanCell cell) {
        boolean cellMagic = cell.source().startsWith("%%");
        return "// In [" + cell.number() + "]\n"
                + cell.source()
                        .lines()
                        .map(line -> cellMagic || line.matches("\\s*[%!].*") ? "// " + line : line)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
