package io.jotter.worker.inspect;

import io.jotter.wire.VariableLook;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The numbers under which values can be asked for their parts. A panel keeps a value unfolded as long as its number is the
 * same, and does not ask again: so one whose parts have been handed out keeps it only while they are what they were.
 * Holds no value fast.
 */
final class References {
    private final AtomicInteger numbers;
    private final Map<Place, Integer> byPlace = new ConcurrentHashMap<>();
    private final Map<Integer, Held> byNumber = new ConcurrentHashMap<>();
    private volatile @Nullable References before;

    References() {
        this(new AtomicInteger(), null);
    }

    private References(AtomicInteger numbers, @Nullable References before) {
        this.numbers = numbers;
        this.before = before;
    }

    /** Parts of a value: all that follow {@code start}, or so many. */
    record Place(Identity value, int start, int count) {}

    private record Held(Place place, @Nullable List<VariableLook> given) {}

    /** Those of the next look at the variables. */
    References next() {
        before = null;
        return new References(numbers, this);
    }

    /**
     * The number for some of a value's parts.
     *
     * @param look what these parts are now
     */
    int of(Place place, Function<Place, List<VariableLook>> look) {
        Integer known = byPlace.get(place);
        if (known != null) {
            return known;
        }
        References last = before;
        Integer former = last == null ? null : last.byPlace.get(place);
        Held held = former == null || last == null ? null : last.byNumber.get(former);
        if (former == null || held == null) {
            return put(numbers.incrementAndGet(), new Held(place, null));
        }
        // before its parts are looked at: it may be among them
        put(former, held);
        if (held.given() == null || held.given().equals(look.apply(place))) {
            return former;
        }
        byNumber.remove(former);
        return put(numbers.incrementAndGet(), new Held(place, null));
    }

    private int put(int number, Held held) {
        byPlace.put(held.place(), number);
        byNumber.put(number, held);
        return number;
    }

    /** What stands under a number, also under one of the look before; null if nothing does. */
    @Nullable
    Place place(int number) {
        Held held = byNumber.get(number);
        References last = before;
        return held != null ? held.place() : last == null ? null : last.place(number);
    }

    /** Notes what was handed out under a number. */
    void given(int number, List<VariableLook> looks) {
        byNumber.computeIfPresent(number, (same, held) -> new Held(held.place(), looks));
    }
}
