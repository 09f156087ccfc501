package io.jotter.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jotter.server.session.SessionSettings;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompatibleVariablesTests {
    @Test
    void withoutAnyANotebookBeginsAsItIs() throws Exception {
        CompatibleVariables none = new CompatibleVariables(Map.of("IJAVA_CLASSPATH", " ", "HOME", "/home/me"));
        assertThat(none.session()).isEqualTo(SessionSettings.NONE);
        assertThat(none.compilerOptions()).isEmpty();
        assertThat(none.jvmOptions()).isEmpty();
    }

    @Test
    void thoseOfBothKernelsCount() throws Exception {
        CompatibleVariables both = new CompatibleVariables(Map.of(
                "IJAVA_CLASSPATH", "a.jar" + File.pathSeparator + "lib/*.jar",
                "JJAVA_CLASSPATH", "b.jar",
                "IJAVA_STARTUP_SCRIPT", "int a;",
                "JJAVA_STARTUP_SCRIPTS_PATH", "x.jsh",
                "IJAVA_COMPILER_OPTS", " -parameters  -Xlint ",
                "JJAVA_JVM_OPTS", "-Xmx1g -ea",
                "JJAVA_LOAD_EXTENSIONS", "False"));
        assertThat(both.session())
                .isEqualTo(new SessionSettings(
                        List.of("a.jar", "lib/*.jar", "b.jar"), List.of("x.jsh"), List.of("int a;"), null, false));
        assertThat(both.compilerOptions()).containsExactly("-parameters", "-Xlint");
        assertThat(both.jvmOptions()).containsExactly("-Xmx1g", "-ea");
    }

    @ParameterizedTest
    @CsvSource({"1500,1500", "30 SECONDS,30000", "2minutes,120000", "7 ms,7", "1 HOURS,3600000"})
    void aTimeIsANumberOfMillisecondsOrHasAUnit(String written, long millis) throws Exception {
        assertThat(new CompatibleVariables(Map.of("IJAVA_TIMEOUT", written))
                        .session()
                        .cellMayTake())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "3 FORTNIGHTS", "1.5 SECONDS"})
    void whatIsNoTimeIsNamed(String written) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new CompatibleVariables(Map.of("JJAVA_TIMEOUT", written)).session())
                .withMessageContaining('"' + written + '"');
    }
}
