package io.jotter.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellHistoryTests {
    @TempDir
    private Path folder;

    @Test
    void earlierKernelsComeBeforeThisOneWhoseResultsAreKept() {
        try (CellHistory earlier = CellHistory.in(folder.resolve("history"))) {
            earlier.ran(1, "40 + 2");
            earlier.returned(1, "42");
        }
        try (CellHistory history = CellHistory.in(folder.resolve("history"))) {
            history.ran(1, "1 + 1");
            history.returned(1, "2");

            assertThat(history.all()).extracting(HistoryEntry::source).containsExactly("40 + 2", "1 + 1");
            assertThat(history.all()).extracting(HistoryEntry::output).containsExactly(null, "2");
            assertThat(history.present()).hasSize(1);
        }
    }

    @Test
    void aHistoryThatIsOffIsOfThisKernelAlone() {
        try (CellHistory history = CellHistory.ofThisKernel()) {
            history.ran(1, "1 + 1");

            assertThat(history.all()).extracting(HistoryEntry::source).containsExactly("1 + 1");
            assertThat(history.session()).isZero();
        }
    }

    @Test
    void aFileThatCannotBeWrittenCostsTheHistoryOnly() {
        try (CellHistory history = CellHistory.in(folder)) {
            history.ran(1, "1 + 1");

            assertThat(history.all()).extracting(HistoryEntry::source).containsExactly("1 + 1");
        }
    }

    @Test
    void aLongResultIsCut() {
        try (CellHistory history = CellHistory.ofThisKernel()) {
            history.ran(1, "\"x\".repeat(1_000_000)");
            history.returned(1, "x".repeat(1_000_000));

            assertThat(history.present().get(0).output()).hasSize(4_097).endsWith("x…");
        }
    }
}
