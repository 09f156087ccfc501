package io.jotter.environment.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Chapter02Tests {
    @Test
    void whatIsCountedIsRight() {
        assertThat(right("02.1", dense(784, 256) + dense(256, 64) + dense(64, 10)))
                .isTrue();
        assertThat(right("02.3", new long[] {96L * (3 * 121 + 1), 96L * 55 * 55 * 3 * 121}))
                .isTrue();
        assertThat(right("02.4", 1_024L * (50_257 + 1_024) + 24 * block(1_024) + 2_048))
                .isTrue();
    }

    @Test
    void whatIsEstimatedIsRightByEitherCountOfGpt3() {
        assertThat(right("02.2", 6 * 175e9 * 300e9)).isTrue();
        assertThat(right("02.2", 6 * 174.604e9 * 300e9)).isTrue();
        assertThat(right("02.5", affordable(0.4))).isTrue();
    }

    @Test
    void usualMistakesGetTheirOwnSentence() {
        assertThat(says("02.1", 784 * 256 + 256 * 64 + 640)).contains("weights alone");
        assertThat(says("02.2", 2 * 175e9 * 300e9)).contains("2ND");
        assertThat(says("02.2", 175e9 * 300e9)).contains("two operations");
        assertThat(says("02.3", new long[] {96 * 363, 0})).contains("weights alone");
        assertThat(says("02.3", new long[] {96 * 122, 0})).contains("one channel");
        assertThat(says("02.4", 1_024L * (2 * 50_257 + 1_024) + 24 * block(1_024) + 2_048))
                .contains("share");
        assertThat(says("02.4", 1_024L * (50_257 + 1_024) + 24 * block(1_024))).contains("after the last block");
        assertThat(says("02.5", affordable(1))).contains("40 %");
        assertThat(says("02.5", new double[] {4.3267e9, 86.5e9, 69.2})).contains("billions");
    }

    @Test
    void nothingFilledInIsWrongAndGivesNoTargetAway() {
        assertThat(says("02.1", 0)).doesNotContain("218");
        assertThat(says("02.2", 0)).doesNotContain("3.1");
        assertThat(says("02.3", new long[2])).contains("stored").doesNotContain("34,9");
        assertThat(says("02.4", 0)).doesNotContain("354");
        assertThat(says("02.5", new double[3])).doesNotContain("4.3");
    }

    private static double[] affordable(double utilisation) {
        double flops = 5_000.0 * 3_600 * 312e12 * utilisation;
        double parameters = Math.sqrt(flops / 120);
        return new double[] {parameters / 1e9, 20 * parameters / 1e9, 16 * parameters / 1e9};
    }

    private static long block(long d) {
        return 4 * d + dense(d, 3 * d) + dense(d, d) + dense(d, 4 * d) + dense(4 * d, d);
    }

    private static long dense(long in, long out) {
        return in * out + out;
    }

    private static boolean right(String id, Object answer) {
        return Checks.judge(id, answer).right();
    }

    private static String says(String id, Object answer) {
        assertThat(right(id, answer)).isFalse();
        return Checks.judge(id, answer).says();
    }
}
