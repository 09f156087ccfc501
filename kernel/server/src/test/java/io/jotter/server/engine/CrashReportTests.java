package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of hundreds of lines is told in a sentence or two. */
class CrashReportTests {
    @TempDir
    Path directory;

    @Test
    void aCrashIsNamedBySignalAndPlace() throws IOException {
        assertThat(words("""
                #
                # A fatal error has been detected by the Java Runtime Environment:
                #
                #  SIGBUS (0x7) at pc=0x00007f0000000000, pid=1, tid=2
                #
                # Problematic frame:
                # C  [libtorch_cpu.so+0x1c2]
                #
                """))
                .contains("crashed in native code (SIGBUS in C  [libtorch_cpu.so+0x1c2])")
                .contains(directory.toString());
    }

    @Test
    void aMachineThatIsFullIsNotTakenForACrash() throws IOException {
        assertThat(words("#\n# There is insufficient memory for the Java Runtime Environment to continue.\n"))
                .contains("had no more memory")
                .doesNotContain("crashed");
    }

    @Test
    void aReportThatCannotBeReadIsNamedAllTheSame() {
        assertThat(CrashReport.inWords(directory.resolve("gone")))
                .contains("crashed")
                .contains("gone");
    }

    private String words(String text) throws IOException {
        return CrashReport.inWords(Files.writeString(directory.resolve("hs_err_1.log"), text));
    }
}
