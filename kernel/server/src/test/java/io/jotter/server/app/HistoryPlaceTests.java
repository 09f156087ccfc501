package io.jotter.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.server.history.HistoryEntry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryPlaceTests {
    private static final Path HOME = Path.of("/home/mia");

    @Test
    void liesWhereTheSystemKeepsSuchFiles() {
        assertThat(HistoryPlace.folder(Map.of(), HOME, "Linux")).isEqualTo(HOME.resolve(".local/share/jotter"));
        assertThat(HistoryPlace.folder(Map.of("XDG_DATA_HOME", "/data"), HOME, "Linux"))
                .isEqualTo(Path.of("/data/jotter"));
        assertThat(HistoryPlace.folder(Map.of(), HOME, "Mac OS X"))
                .isEqualTo(HOME.resolve("Library/Application Support/jotter"));
        assertThat(HistoryPlace.folder(Map.of("APPDATA", "/roaming"), HOME, "Windows 11"))
                .isEqualTo(Path.of("/roaming/jotter"));
    }

    @Test
    void offKeepsNothing() {
        try (var history = HistoryPlace.open(Map.of("JOTTER_HISTORY", "off"))) {
            history.ran(1, "1");
            assertThat(history.session()).isZero();
        }
    }

    @Test
    void aNameThatNoFileCanHaveCostsTheHistoryAlone() {
        try (var history = HistoryPlace.open(Map.of("JOTTER_HISTORY", "no\0file"))) {
            history.ran(1, "1");
            assertThat(history.all()).extracting(HistoryEntry::source).containsExactly("1");
        }
    }
}
