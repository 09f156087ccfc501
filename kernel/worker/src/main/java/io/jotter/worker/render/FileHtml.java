package io.jotter.worker.render;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What lies at a path: of a file its size and age, of a folder what is in it. Contents are not read. */
final class FileHtml {
    private static final int MOST = 20;

    private FileHtml() {}

    /** Empty where nothing can be said. */
    static Optional<String> of(Path path) {
        if (!FileSystems.getDefault().equals(path.getFileSystem())
                || path.toString().isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                HtmlTable table = new HtmlTable("Nothing is there yet");
                table.named("path", new Cell(path.toString(), false));
                return Optional.of(table.finished());
            }
            return Optional.of(Files.isDirectory(path) ? folder(path) : file(path));
        } catch (IOException | SecurityException unreadable) {
            return Optional.empty();
        }
    }

    private static String file(Path path) throws IOException {
        BasicFileAttributes about = Files.readAttributes(path, BasicFileAttributes.class);
        HtmlTable table = new HtmlTable("File");
        table.named("path", new Cell(path.toString(), false));
        table.named("size", new Cell(size(about.size()), false));
        table.named("changed", new Cell(when(about), false));
        return table.finished();
    }

    private static String folder(Path path) throws IOException {
        List<Path> some = new ArrayList<>();
        boolean more;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            Iterator<Path> each = entries.iterator();
            while (some.size() < MOST && each.hasNext()) {
                some.add(each.next());
            }
            more = each.hasNext();
        }
        some.sort(null);
        HtmlTable table = new HtmlTable("Folder " + path);
        table.head(List.of("name", "size", "changed"), List.of(new Cell("", false), new Cell("", true)));
        for (Path each : some) {
            BasicFileAttributes about =
                    Files.readAttributes(each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            table.row(List.of(
                    new Cell(each.getFileName() + (about.isDirectory() ? "/" : ""), false),
                    new Cell(about.isDirectory() ? "" : size(about.size()), true),
                    new Cell(when(about), false)));
        }
        if (more || some.isEmpty()) {
            table.gap(3, more ? "… and more" : "empty");
        }
        return table.finished();
    }

    private static String when(BasicFileAttributes about) {
        return about.lastModifiedTime()
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        double rest = bytes;
        int unit = -1;
        while (rest >= 999.95 && unit < 3) {
            rest /= 1_000;
            unit++;
        }
        return String.format(
                Locale.ROOT, "%.1f %s", rest, List.of("kB", "MB", "GB", "TB").get(unit));
    }
}
