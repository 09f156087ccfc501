package io.jotter.environment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigitGeneratorTests {
    @Test
    void theSameSeedDrawsTheSameDigits() {
        assertThat(SmallDigits.images(new DigitGenerator(1).draw(300)))
                .isEqualTo(SmallDigits.images(new DigitGenerator(1).draw(300)));
    }

    @Test
    void anotherSeedDrawsOthers() {
        assertThat(SmallDigits.images(new DigitGenerator(1).draw(300)))
                .isNotEqualTo(SmallDigits.images(new DigitGenerator(2).draw(300)));
    }

    @Test
    void eachClassIsDrawnEquallyOften() {
        LabelledImages digits = new DigitGenerator(3).draw(5_000);
        int[] drawn = new int[10];
        for (int i = 0; i < digits.size(); i++) {
            drawn[digits.label(i)]++;
        }
        assertThat(drawn).containsOnly(500);
    }

    @Test
    void aDigitHasInkAndAnEmptyEdge() {
        LabelledImages digits = new DigitGenerator(4).draw(2_000);
        double[] inked = IntStream.range(0, digits.size())
                .mapToDouble(i -> mean(digits.pixels(i)))
                .toArray();
        // MNIST's own mean is 0.1307
        assertThat(mean(inked)).isBetween(0.09, 0.17);
        assertThat(Arrays.stream(inked).min().orElseThrow()).isGreaterThan(0.01);
        double corners = IntStream.range(0, digits.size())
                .mapToDouble(i -> digits.pixels(i)[0] + digits.pixels(i)[783])
                .sum();
        assertThat(corners).isZero();
    }

    @Test
    void aDigitIsAsLargeAndStandsWhereMnistsDo() {
        LabelledImages digits = new DigitGenerator(8).draw(1_000);
        for (int i = 0; i < digits.size(); i++) {
            float[] pixels = digits.pixels(i);
            double ink = 0;
            double x = 0;
            double y = 0;
            int left = 28;
            int right = 0;
            int top = 28;
            int bottom = 0;
            for (int p = 0; p < pixels.length; p++) {
                ink += pixels[p];
                x += pixels[p] * (p % 28);
                int row = p / 28;
                y += pixels[p] * row;
                if (pixels[p] > 0.5) {
                    left = Math.min(left, p % 28);
                    right = Math.max(right, p % 28);
                    top = Math.min(top, row);
                    bottom = Math.max(bottom, row);
                }
            }
            // MNIST's: 14.0, 14.0, with a spread of 0.3
            assertThat(x / ink).isBetween(12.9, 15.1);
            assertThat(y / ink).isBetween(12.9, 15.1);
            assertThat(Math.max(right - left, bottom - top) + 1).isBetween(18, 21);
        }
    }

    @Test
    void theNearestMeanDrawnDigitTellsMostHandwrittenOnes() {
        String folder = System.getenv("JOTTER_DATA");
        assumeTrue(folder != null, "there are no real digits: JOTTER_DATA names no folder");
        LabelledImages real = Mnist.load().test();
        float[][] means = means(new DigitGenerator(5).draw(3_000));
        long right = IntStream.range(0, real.size())
                .filter(i -> nearest(means, real.pixels(i)) == real.label(i))
                .count();
        // half a pixel off the place, and it was 0.6
        assertThat(right / (double) real.size()).isGreaterThan(0.65);
    }

    @Test
    void theNearestMeanDigitTellsMostDrawnDigitsButNotAll() {
        float[][] means = means(new DigitGenerator(5).draw(3_000));
        LabelledImages test = new DigitGenerator(6).draw(1_000);
        long right = IntStream.range(0, test.size())
                .filter(i -> nearest(means, test.pixels(i)) == test.label(i))
                .count();
        // the real set gives about 0.82 by this rule
        assertThat(right / 1000.0).isBetween(0.68, 0.9);
    }

    private static float[][] means(LabelledImages train) {
        float[][] means = new float[10][784];
        for (int i = 0; i < train.size(); i++) {
            float[] pixels = train.pixels(i);
            for (int p = 0; p < 784; p++) {
                means[train.label(i)][p] += pixels[p] * 10 / train.size();
            }
        }
        return means;
    }

    private static int nearest(float[][] means, float[] pixels) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int digit = 0; digit < means.length; digit++) {
            double distance = 0;
            for (int p = 0; p < pixels.length; p++) {
                double apart = pixels[p] - means[digit][p];
                distance += apart * apart;
            }
            if (distance < least) {
                least = distance;
                best = digit;
            }
        }
        return best;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
