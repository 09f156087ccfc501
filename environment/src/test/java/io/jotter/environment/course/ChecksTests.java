package io.jotter.environment.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.api.MimeBundle;
import io.jotter.environment.RecordingHost;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChecksTests {
    private final RecordingHost notebook = RecordingHost.running();

    @AfterEach
    void goOnBeingLenient() {
        System.clearProperty("JOTTER_CHECK");
    }

    @Test
    void aRightAnswerIsShownAsRight() {
        Checks.check("08.1", 266_610);

        assertThat(notebook.lastText()).startsWith("✓ 08.1: ");
        assertThat(notebook.displayed.get(0).data()).containsKey(MimeBundle.HTML);
    }

    @Test
    void aWrongAnswerIsToldApartAndTheNotebookGoesOn() {
        Checks.check("08.1", 266_200);

        assertThat(notebook.lastText()).startsWith("✗ 08.1: ").contains("one number more");
    }

    @Test
    void noHintGivesTheNumberAway() {
        Checks.check("08.1", 1);
        Checks.check("08.4", new double[] {0.1, 0.2, 0.3});

        assertThat(notebook.displayed.toString())
                .contains("too small")
                .doesNotContain("266,610")
                .doesNotContain("0.9");
    }

    @Test
    void strictThrowsWhatItShows() {
        System.setProperty("JOTTER_CHECK", "strict");

        assertThatThrownBy(() -> Checks.check("08.1", 0))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("✗ 08.1");
        Checks.check("08.1", 266_610L);
        assertThat(notebook.displayed).hasSize(2);
    }

    @Test
    void nothingGoesToStandardError() {
        assertThat(RecordingHost.complaintsOf(() -> {
                    Checks.check("08.1", 0);
                    Checks.check("08.2", new double[] {Double.NaN, 0, 0});
                }))
                .isEmpty();
    }

    @Test
    void anAnswerOfAnotherKindIsAWrongOne() {
        assertThat(Checks.judge("08.1", "many").says()).contains("expected a number, got a String");
        assertThat(Checks.judge("08.1", null).says()).contains("null");
        assertThat(Checks.judge("08.2", 1).says()).contains("expected 3 numbers, got 1");
        assertThat(Checks.judge("08.2", "many").says()).contains("expected an array");
    }

    @Test
    void anUnknownExerciseSaysWhichThereAre() {
        Verdict verdict = Checks.judge("08.99", 1);

        assertThat(verdict.right()).isFalse();
        assertThat(verdict.says()).contains("08.1, 08.2");
    }

    @Test
    void listsAndArraysOfAnyNumbersAreAnswers() {
        assertThat(Checks.judge("08.4", List.of(0.8, 0.9, 0.4)).right()).isTrue();
        assertThat(Checks.judge("08.4", new double[] {0.8, 0.9, 0.4}).right()).isTrue();
        assertThat(Checks.judge("08.4", new Double[] {0.8, 0.9, 0.4}).right()).isTrue();
    }

    @Test
    void usualMistakesGetTheirOwnSentence() {
        assertThat(Checks.judge("08.2", new double[] {Double.NaN, Double.NaN, Double.NaN})
                        .says())
                .contains("too large for a double");
        assertThat(Checks.judge("08.3", 1.52).says()).contains("above 1.46");
        assertThat(Checks.judge("08.4", new double[] {8.0 / 12, 0, 0}).says()).contains("precision");
    }

    @Test
    void theVerdictEscapesWhatItQuotes() {
        assertThat((String)
                        new Verdict("x", false, "a < b").toMimeBundle().data().get(MimeBundle.HTML))
                .contains("a &lt; b");
    }
}
