package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.wire.Thrown;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeHintsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Index 7 out of bounds for length 3 | The text has 3 characters, counted from 0.",
                "begin 0, end 9, length 1 | The text has 1 character, counted from 0.",
                "String index out of range: 7 | The text has no character 7: they are counted from 0, and the last is at"
                        + " length() - 1.",
            })
    void whatEachJdkSaysOfAnIndexInATextIsUnderstood(String message, String hint) {
        Thrown thrown = new Thrown("java.lang.StringIndexOutOfBoundsException", message, List.of(), 0, List.of(), null);
        assertThat(RuntimeHints.on(thrown, Path.of("/"))).hasValue(hint);
    }
}
