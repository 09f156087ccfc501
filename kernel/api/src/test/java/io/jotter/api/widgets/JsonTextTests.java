package io.jotter.api.widgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTests {
    @Test
    void everyKindOfValueIsRead() {
        assertThat(JsonText.read(" {\"a\": [1, -2.5, 1e3, true, false, null], \"b\": {}, \"c\": []} "))
                .isEqualTo(
                        Map.of("a", Arrays.asList(1L, -2.5, 1000.0, true, false, null), "b", Map.of(), "c", List.of()));
        assertThat(JsonText.read("\"\\u00e9\\n\\\"\\\\\\/\"")).isEqualTo("é\n\"\\/");
        assertThat(JsonText.read("123456789012345678901234567890")).isEqualTo(1.2345678901234568e29);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, Object> value = Map.of("text \"é\"\n\u0001", List.of(1L, 0.5, true, "😀", Map.of("k", List.of())));
        assertThat(JsonText.read(JsonText.write(value))).isEqualTo(value);
    }

    @Test
    void whatJsonDoesNotHaveIsWrittenAsWhatItHas() {
        assertThat(JsonText.write(Arrays.asList(Double.NaN, null, Double.POSITIVE_INFINITY)))
                .isEqualTo("[null,null,null]");
        assertThat(JsonText.write("\ud83d")).isEqualTo("\"\\ud83d\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\" 1}", "tru", "\"a", "1 2", "{1: 2}", "+-", "\"\\u12\""})
    void whatIsNotJsonIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> JsonText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNestedWithoutEndDoesNotUseUpTheStack() {
        assertThatThrownBy(() -> JsonText.read("[".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nesting");
    }
}
