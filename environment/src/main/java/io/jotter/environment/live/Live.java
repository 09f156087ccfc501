package io.jotter.environment.live;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;

/** What every cell can call to show a loop while it runs. */
public final class Live {
    private Live() {}

    /**
     * The same elements, with a bar, the rate and the time left while they are looped over. A collection tells how many
     * there are; for what does not, {@link ProgressLoop#of} may.
     */
    public static <T> ProgressLoop<T> progress(Iterable<T> elements) {
        return loop(elements, elements instanceof Collection<?> known ? known.size() : -1);
    }

    /** The numbers from 0 to below {@code end}. */
    public static ProgressLoop<Integer> progress(int end) {
        return progress(0, end);
    }

    /** The numbers from {@code begin} to below {@code end}. */
    public static ProgressLoop<Integer> progress(int begin, int end) {
        return loop(() -> IntStream.range(begin, end).iterator(), Math.max(0L, (long) end - begin));
    }

    public static <T> ProgressLoop<T> progress(T[] elements) {
        return progress(Arrays.asList(elements));
    }

    public static ProgressLoop<Integer> progress(int[] elements) {
        return loop(() -> Arrays.stream(elements).iterator(), elements.length);
    }

    public static ProgressLoop<Long> progress(long[] elements) {
        return loop(() -> Arrays.stream(elements).iterator(), elements.length);
    }

    public static ProgressLoop<Double> progress(double[] elements) {
        return loop(() -> Arrays.stream(elements).iterator(), elements.length);
    }

    public static ProgressLoop<Float> progress(float[] elements) {
        return loop(
                () -> IntStream.range(0, elements.length)
                        .mapToObj(i -> elements[i])
                        .iterator(),
                elements.length);
    }

    /** The elements of a stream, which are asked for one after the other, and once only. */
    public static <T, S extends BaseStream<T, S>> ProgressLoop<T> progress(BaseStream<T, S> elements) {
        var rest = elements.spliterator();
        return loop(() -> java.util.Spliterators.iterator(rest), rest.getExactSizeIfKnown());
    }

    /** A bar that is moved by hand, for a number of steps that is not known. */
    public static LiveProgress progressBar(String name) {
        return progressBar(name, -1);
    }

    /** A bar that is moved by hand; negative for a number of steps that is not known. */
    public static LiveProgress progressBar(String name, long total) {
        return LiveProgress.open(name, total, false);
    }

    /** A chart that appears with the first value added to it, and moves with each. */
    public static LiveChart liveChart(String title) {
        return new LiveChart(title);
    }

    private static <T> ProgressLoop<T> loop(Iterable<T> elements, long total) {
        return new ProgressLoop<>(elements, "", total);
    }
}
