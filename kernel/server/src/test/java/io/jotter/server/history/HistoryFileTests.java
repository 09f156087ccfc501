package io.jotter.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTests {
    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("share/jotter/history.jsonl");
    }

    @Test
    void whatOneKernelHasRunTheNextOneFinds() throws IOException {
        HistoryFile first = new HistoryFile(path());
        int session = first.addFirst(cell(1, "int größe = 1;\n\"\\n\""));
        first.add(cell(2, "größe").in(session));
        HistoryFile second = new HistoryFile(path());

        assertThat(second.addFirst(cell(1, "another"))).isEqualTo(session + 1);
        assertThat(second.read())
                .containsExactly(
                        cell(1, "int größe = 1;\n\"\\n\"").in(1),
                        cell(2, "größe").in(1),
                        cell(1, "another").in(2));
    }

    @Test
    void nothingIsMadeByLooking() throws IOException {
        assertThat(new HistoryFile(path()).read()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void onlyItsUserCanReadIt() throws IOException {
        new HistoryFile(path()).addFirst(cell(1, "secret"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aLineThatACrashHasTornCostsNoOther() throws IOException {
        HistoryFile file = new HistoryFile(path());
        int session = file.addFirst(cell(1, "before"));
        Files.writeString(path(), "{\"session\":1,\"line\":2,\"sou", StandardOpenOption.APPEND);
        file.add(cell(3, "after").in(session));

        assertThat(file.read()).extracting(HistoryEntry::source).containsExactly("before", "after");
    }

    @Test
    void aLongHistoryLosesItsOlderHalf() throws IOException {
        HistoryFile file = new HistoryFile(path(), 10_000);
        int session = file.addFirst(cell(1, "first"));
        for (int line = 2; line < 300; line++) {
            file.add(cell(line, "cell " + line).in(session));
        }
        assertThat(Files.size(path())).isGreaterThan(10_000);
        int next = new HistoryFile(path(), 10_000).addFirst(cell(1, "of the next"));

        assertThat(Files.size(path())).isBetween(4_000L, 6_000L);
        List<HistoryEntry> left = file.read();
        assertThat(next).isEqualTo(2);
        assertThat(left.get(left.size() - 2)).isEqualTo(cell(299, "cell 299").in(session));
        assertThat(left).extracting(HistoryEntry::line).doesNotContain(2);
    }

    @Test
    void aCellWithDataInItIsNotWorthItsPlace() throws IOException {
        HistoryFile file = new HistoryFile(path());
        file.addFirst(cell(1, "x".repeat(200_000)));

        assertThat(file.read()).isEmpty();
    }

    private static HistoryEntry cell(int line, String source) {
        return new HistoryEntry(0, line, source, null);
    }
}
