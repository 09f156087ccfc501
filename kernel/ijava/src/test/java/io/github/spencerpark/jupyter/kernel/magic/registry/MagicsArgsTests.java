package io.github.spencerpark.jupyter.kernel.magic.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.spencerpark.jupyter.kernel.magic.registry.MagicsArgs.KeywordSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MagicsArgsTests {
    private static Map<String, List<String>> parse(MagicsArgs.Builder schema, String... arguments) {
        return schema.build().parse(List.of(arguments));
    }

    @Test
    void argumentsGoByPositionThenToTheRest() {
        MagicsArgs.Builder schema =
                MagicsArgs.builder().required("a").optional("b").varargs("more");
        assertThat(parse(schema, "1")).containsEntry("a", List.of("1")).containsEntry("b", List.of());
        assertThat(parse(schema, "1", "2", "3", "4"))
                .containsEntry("b", List.of("2"))
                .containsEntry("more", List.of("3", "4"));
    }

    @Test
    void anOptionHasItsValueBehindItOrBehindAnEqualsSign() {
        MagicsArgs.Builder schema = MagicsArgs.builder()
                .keyword("from")
                .keyword("to", KeywordSpec.REPLACE)
                .flag("verbose", 'v', "yes");
        Map<String, List<String>> given = parse(schema, "--from", "x", "--from=y", "--to=1", "--to", "2", "-vq");
        assertThat(given)
                .containsEntry("from", List.of("x", "y"))
                .containsEntry("to", List.of("2"))
                .containsEntry("verbose", List.of("yes"))
                .containsEntry("q", List.of(""));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        refuses(MagicsArgs.builder().required("file"), "Missing: file.");
        refuses(MagicsArgs.builder(), "There is one argument too many: x", "x");
        refuses(MagicsArgs.builder().onlyKnownKeywords(), "There is no option --k.", "--k=1");
        refuses(MagicsArgs.builder().onlyKnownFlags(), "There is no option -z.", "-z");
        refuses(MagicsArgs.builder().keyword("k", KeywordSpec.ONCE), "--k is given twice.", "--k=1", "--k=2");
        refuses(MagicsArgs.builder(), "--k needs a value.", "--k");
    }

    private static void refuses(MagicsArgs.Builder schema, String message, String... arguments) {
        assertThatExceptionOfType(MagicArgsParseException.class)
                .isThrownBy(() -> parse(schema, arguments))
                .withMessage(message);
    }
}
