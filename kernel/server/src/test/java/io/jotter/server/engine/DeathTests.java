package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
}
