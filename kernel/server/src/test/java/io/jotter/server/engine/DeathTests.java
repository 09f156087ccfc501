package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader learns what ended the worker, and not merely a number. */
class DeathTests {
    @ParameterizedTest
    @CsvSource({
        "137, most likely the machine ran out of memory",
        "139, crashed in native code (signal 11)",
        "134, crashed in native code (signal 6)",
        "143, told to end from outside (signal 15)",
        "130, ended from outside (signal 2)",
        "0, System.exit or Runtime.halt",
        "3, exit code 3",
        "255, exit code 255"
    })
    void anExitCodeIsSaidInWords(int code, String words) {
        assertThat(Death.reason(code)).contains(words);
    }

    @Test
    void theReportOfACrashSaysWhatItWas(@TempDir Path directory) throws IOException {
        Path report = directory.resolve("hs_err_1.log");
        Files.writeString(report, "#\n# A fatal error:\n#\n#  SIGBUS (0x7) at pc=0x0\n");
        assertThat(Death.crashed(report)).contains("native code (SIGBUS)").contains(report.toString());
        Files.writeString(report, "#\n# There is insufficient memory for the Java Runtime Environment to continue.\n");
        assertThat(Death.crashed(report)).contains("want of native memory").doesNotContain("crashed");
        assertThat(Death.crashed(directory.resolve("gone"))).contains("crashed in native code.");
    }
}
