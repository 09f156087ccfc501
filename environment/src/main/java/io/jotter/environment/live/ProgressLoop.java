package io.jotter.environment.live;

import java.util.Iterator;

/**
 * What {@link Live#progress} returns, to be looped over: the same elements, with a bar that opens when the loop begins
 * and ends with it.
 *
 * <pre>{@code
 * for (int epoch : progress(10).named("epochs")) { … }
 * }</pre>
 */
public final class ProgressLoop<T> implements Iterable<T> {
    private final Iterable<T> elements;
    private final String name;
    private final long total;

    ProgressLoop(Iterable<T> elements, String name, long total) {
        this.elements = elements;
        this.name = name;
        this.total = total;
    }

    /** With a word before the bar. */
    public ProgressLoop<T> named(String newName) {
        return new ProgressLoop<>(elements, newName, total);
    }

    /** With the number of elements, where the elements themselves do not tell it. */
    public ProgressLoop<T> of(long newTotal) {
        return new ProgressLoop<>(elements, name, newTotal);
    }

    @Override
    public Iterator<T> iterator() {
        return new Counted<>(elements.iterator(), LiveProgress.open(name, total, true));
    }

    /** Counts an element as done when the next one is asked for. */
    private static final class Counted<T> implements Iterator<T> {
        private final Iterator<T> elements;
        private final LiveProgress bar;
        private long given;

        Counted(Iterator<T> elements, LiveProgress bar) {
            this.elements = elements;
            this.bar = bar;
        }

        @Override
        public boolean hasNext() {
            if (given > 0) {
                bar.at(given);
            }
            if (elements.hasNext()) {
                return true;
            }
            bar.finish();
            return false;
        }

        @Override
        public T next() {
            T element = elements.next();
            given++;
            return element;
        }
    }
}
