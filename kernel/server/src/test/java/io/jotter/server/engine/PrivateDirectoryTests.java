package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PrivateDirectoryTests {
    @Test
    void onlyTheOwnerMayLookIntoIt() throws IOException {
        try (PrivateDirectory directory = PrivateDirectory.create()) {
            Path path = Objects.requireNonNull(directory.resolve("wire").getParent());
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo("rwx------");
            }
        }
    }

    @Test
    void itGoesWithWhatIsInIt() throws IOException {
        Path file;
        try (PrivateDirectory directory = PrivateDirectory.create()) {
            file = Files.writeString(directory.resolve("wire"), "");
            assertThat(directory.crashFile()).isEmpty();
        }
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void theReportOfACrashStays() throws IOException {
        Path report;
        try (PrivateDirectory directory = PrivateDirectory.create()) {
            report = Files.writeString(Path.of(directory.crashFiles().replace("%p", "123")), "SIGSEGV");
            assertThat(directory.crashFile()).contains(report);
        }
        assertThat(report).hasContent("SIGSEGV");
        Files.delete(report);
        Files.delete(Objects.requireNonNull(report.getParent()));
    }
}
