package io.jotter.environment.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.environment.RecordingHost;
import org.junit.jupiter.api.Test;

class CheckTests {
    @Test
    void aBoundThatHoldsPrintsOneLine() {
        String printed = RecordingHost.printedBy(() -> Check.below("relative error", 3.2e-7, 1e-6));

        assertThat(printed.strip()).isEqualTo("✓ relative error: 3.20000e-07, wanted below 1.00000e-06");
    }

    @Test
    void aBrokenBoundSaysWhatWasCompared() {
        assertThatThrownBy(() -> Check.atLeast("test accuracy", 0.9612, 0.97))
                .isInstanceOf(AssertionError.class)
                .hasMessage("The oracle says no. test accuracy: 0.9612, wanted at least 0.97.");
    }

    @Test
    void aBoundItselfIsNotBelow() {
        assertThatThrownBy(() -> Check.below("loss", 1, 1)).isInstanceOf(AssertionError.class);
    }

    @Test
    void nearTakesBothEndsOfItsRange() {
        Check.near("loss", 2.5, 2.25, 0.25);
        Check.near("loss", 2.0, 2.25, 0.25);
        assertThatThrownBy(() -> Check.near("loss", 2.51, 2.25, 0.25)).hasMessageContaining("2.25 ± 0.25");
    }

    @Test
    void countsAreComparedExactly() {
        Check.equal("parameters", 101_770, 101_770);
        assertThatThrownBy(() -> Check.equal("parameters", 101_769, 101_770))
                .hasMessageContaining("101,769, wanted exactly 101,770");
    }

    @Test
    void whatIsNotANumberPassesNothing() {
        assertThatThrownBy(() -> Check.below("a", Double.NaN, 1)).hasMessageContaining("not a number");
        assertThatThrownBy(() -> Check.atLeast("a", Double.NaN, 1)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Check.near("a", Double.NaN, 1, 1)).isInstanceOf(AssertionError.class);
    }
}
