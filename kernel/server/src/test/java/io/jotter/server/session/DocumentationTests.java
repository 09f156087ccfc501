package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over a real notebook. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentationTests {
    private TestNotebook notebook;

    @BeforeAll
    void open() throws IOException {
        notebook = TestNotebook.open();
        notebook.run("""
                /** A pet that {@code barks}. */
                class Dog {
                    /** Of this {@linkplain Dog dog}, in years. */
                    int age(int year) { return year; }
                }
                Dog rex = new Dog();""");
        notebook.run("""
                /**
                 * Doubles it.
                 *
                 * @param number what to double
                 */
                int twice(int number) { return 2 * number; }""");
    }

    @AfterAll
    void close() {
        notebook.close();
    }

    /** At the bar. */
    private String inspect(String code) {
        return notebook.session()
                .inspect(code.replace("|", ""), code.indexOf('|'), 1)
                .map(bundle -> (String) bundle.data().get(MimeBundle.MARKDOWN))
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Do|g; A pet that `barks`.",
                "rex.age(|; 'Of this `dog`, in years.'",
                "twi|ce(3); Doubles it.",
                "twice(|; '`number`: what to double'",
            })
    void theLearnersOwnCodeIsDocumentedByItsComments(String code, String text) {
        assertThat(inspect(code)).contains("```java\n", text);
    }

    @Test
    void withoutDetailTheFirstOverloadAloneIsDocumented() {
        notebook.run("""
                /**
                 * @return the next number
                 */
                int plus(int number) { return number + 1; }""");
        notebook.run("""
                /**
                 * @return the sum of both
                 */
                int plus(int number, int other) { return number + other; }""");
        String code = "plus(";
        String brief = notebook.session()
                .inspect(code, code.length(), 0)
                .map(bundle -> (String) bundle.data().get(MimeBundle.MARKDOWN))
                .orElse("");
        assertThat(brief)
                .contains("int other")
                .hasSizeLessThan(inspect(code + "|").length());
        assertThat(brief.contains("the next number")).isNotEqualTo(brief.contains("the sum of both"));
    }

    @Test
    void theOverloadThatTakesWhatIsWrittenComesFirst() {
        assertThat(inspect("\"abc\".indexOf('b', |")).startsWith("```java\nint String.indexOf(int ch, int fromIndex)");
        assertThat(inspect("\"abc\".indexOf(|")).startsWith("```java\nint String.indexOf(");
        assertThat(inspect("Map.of(1, 2, 3, |"))
                .doesNotStartWith("```java\nMap<K, V> Map.<K, V>of()")
                .contains("of(");
    }
}
