package io.jotter.server.session;

import io.jotter.server.magics.FileNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Completes the names of files in a text that is being written: what begins a file's name there, very likely is one. */
final class FilesInText {
    private FilesInText() {}

    /**
     * Empty where the Java does not end within a text of one line.
     *
     * @param cursor where the Java ends in the cell
     */
    static Optional<Completions> at(String java, int cursor, Path folder) {
        int open = JavaTokens.openText(java);
        if (open < 0) {
            return Optional.empty();
        }
        String begun = java.substring(open + 1);
        int start = cursor - begun.length() + begun.lastIndexOf('/') + 1;
        String kept = begun.substring(0, begun.lastIndexOf('/') + 1);
        List<Completions.Match> files = FileNames.completions(begun, folder).stream()
                .map(name -> new Completions.Match(name.substring(kept.length()), "path", ""))
                .toList();
        return Optional.of(new Completions(files, start, cursor));
    }
}
