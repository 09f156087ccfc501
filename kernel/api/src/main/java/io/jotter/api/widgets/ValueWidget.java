package io.jotter.api.widgets;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A widget that stands for a value, which the reader changes, or the program.
 *
 * @param <S> the widget's own type
 * @param <T> what its value is
 */
public abstract class ValueWidget<S extends ValueWidget<S, T>, T extends @Nullable Object> extends Described<S> {
    private final String trait;

    /**
     * @param trait the one that holds the value
     */
    ValueWidget(String modelName, String trait) {
        super(modelName);
        this.trait = trait;
    }

    /** The value as it is now, whoever set it. */
    @SuppressWarnings("NullAway") // null is there only where T says so
    public final T value() {
        return fromState(get(trait));
    }

    /**
     * Sets the value, shows it, and calls the handlers on this thread.
     *
     * @throws IllegalArgumentException if this widget cannot have it; the message says what it can
     */
    public final S value(T value) {
        return set(trait, toState(value));
    }

    /**
     * Has this called with each new value. What the reader changes comes on a thread that is no cell's, one call at a time;
     * of a burst of changes some are left out, and never the last. What the handler shows goes under the cell that made the
     * widget.
     */
    @SuppressWarnings("NullAway") // as above
    public final S onChange(Consumer<? super T> handler) {
        onChangeOf(trait, raw -> handler.accept(fromState(raw)));
        return self();
    }

    final String valueTrait() {
        return trait;
    }

    abstract @Nullable T fromState(@Nullable Object raw);

    abstract @Nullable Object toState(T value);

    final IllegalArgumentException invalid(@Nullable Object value, String whatIsValid) {
        return new IllegalArgumentException(
                getClass().getSimpleName() + " cannot have the value " + value + ": " + whatIsValid);
    }
}
