package io.jotter.environment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveTests {
    private final Curve curve = new Curve(1, 4);

    @Test
    void aStretchInWhichHardlyABatchWasLookedAtDoesNotStandForTheTraining() {
        curve.add(0.1, 0.5, 1_000);
        curve.add(0.6, 1, 992);
        curve.add(0.9, 0, 32);
        assertThat(curve.last()).isZero();
        assertThat(curve.recent(1_000)).isCloseTo(992.0 / 1_024, within(1e-12));
    }

    @Test
    void whereThereAreFewExamplesAllOfThemCount() {
        assertThat(curve.recent(1_000)).isNaN();
        curve.add(0.1, 0.5, 32);
        curve.add(0.9, 1, 32);
        assertThat(curve.recent(1_000)).isEqualTo(0.75);
    }
}
