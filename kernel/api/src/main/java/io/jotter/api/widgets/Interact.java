package io.jotter.api.widgets;

import io.jotter.api.Displayable;
import io.jotter.api.EventLine;
import io.jotter.api.MimeBundle;
import io.jotter.api.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Controls for the parameters of a lambda, and below them what it returns and prints, made anew at each change: {@code
 * interact((eta, momentum) -> plot(eta, momentum), range(0.0, 1.0), range(0.0, 0.99))}. Without controls, by the types that
 * the lambda gives its parameters: {@code interact((Double eta, Integer steps) -> …)}.
 *
 * <p>Of a burst of changes the last always counts, and those that came while the lambda ran are passed over. A lambda that
 * returns nothing goes to {@code interactDo}.
 */
public final class Interact implements Displayable {
    /** The result stays until the next has been made, if that takes no longer; in milliseconds. */
    private static final long MOMENT = 400;

    private final List<? extends ValueWidget<?, ?>> controls;
    private final Callable<@Nullable Object> call;
    private final Output output = new Output();
    /** Here, for the controls hold it weakly. */
    private final Runnable changed;

    private final VBox box;

    private Interact(List<? extends ValueWidget<?, ?>> controls, Callable<@Nullable Object> call) {
        this.controls = controls;
        this.call = call;
        List<Widget<?>> all = new ArrayList<>(controls);
        all.add(output);
        this.box = new VBox(all.toArray(Widget<?>[]::new));
        EventLine line = Notebook.host().pageEvents().line();
        // through the box, which the page keeps, so that this lives as long as that
        box.attach(this);
        this.changed = () -> line.addLatest(box, this::update);
        controls.forEach(control -> control.onAnyChange(changed));
        update();
    }

    /** Runs the lambda with the values of now. */
    public void update() {
        output.replaceBy(call, MOMENT);
    }

    /** The controls, in the order of the parameters. */
    public List<ValueWidget<?, ?>> controls() {
        return List.copyOf(controls);
    }

    /** Where the results are shown. */
    public Output output() {
        return output;
    }

    @Override
    public MimeBundle toMimeBundle() {
        return box.toMimeBundle();
    }

    @Override
    public String toString() {
        return box.toString();
    }

    /** A control for each parameter. */
    public static <A> Interact interact(Functions.Of1<A> function, Control<A> a) {
        LambdaParameters names = LambdaParameters.of(function, 1);
        ValueWidget<?, A> aa = a.control(names.names().get(0));
        return new Interact(List.of(aa), () -> function.apply(aa.value()));
    }

    /**
     * A control for each parameter, by its type.
     *
     * @throws IllegalArgumentException if there is none for a type; the message says what to write
     */
    public static <A> Interact interact(Functions.Of1<A> function) {
        LambdaParameters names = LambdaParameters.of(function, 1);
        return interact(function, Control.of(names, 0));
    }

    /** A control for each parameter. */
    public static <A, B> Interact interact(Functions.Of2<A, B> function, Control<A> a, Control<B> b) {
        LambdaParameters names = LambdaParameters.of(function, 2);
        ValueWidget<?, A> aa = a.control(names.names().get(0));
        ValueWidget<?, B> bb = b.control(names.names().get(1));
        return new Interact(List.of(aa, bb), () -> function.apply(aa.value(), bb.value()));
    }

    /**
     * A control for each parameter, by its type.
     *
     * @throws IllegalArgumentException if there is none for a type; the message says what to write
     */
    public static <A, B> Interact interact(Functions.Of2<A, B> function) {
        LambdaParameters names = LambdaParameters.of(function, 2);
        return interact(function, Control.of(names, 0), Control.of(names, 1));
    }

    /** A control for each parameter. */
    public static <A, B, C> Interact interact(
            Functions.Of3<A, B, C> function, Control<A> a, Control<B> b, Control<C> c) {
        LambdaParameters names = LambdaParameters.of(function, 3);
        ValueWidget<?, A> aa = a.control(names.names().get(0));
        ValueWidget<?, B> bb = b.control(names.names().get(1));
        ValueWidget<?, C> cc = c.control(names.names().get(2));
        return new Interact(List.of(aa, bb, cc), () -> function.apply(aa.value(), bb.value(), cc.value()));
    }

    /**
     * A control for each parameter, by its type.
     *
     * @throws IllegalArgumentException if there is none for a type; the message says what to write
     */
    public static <A, B, C> Interact interact(Functions.Of3<A, B, C> function) {
        LambdaParameters names = LambdaParameters.of(function, 3);
        return interact(function, Control.of(names, 0), Control.of(names, 1), Control.of(names, 2));
    }

    /** A control for each parameter. */
    public static <A, B, C, D> Interact interact(
            Functions.Of4<A, B, C, D> function, Control<A> a, Control<B> b, Control<C> c, Control<D> d) {
        LambdaParameters names = LambdaParameters.of(function, 4);
        ValueWidget<?, A> aa = a.control(names.names().get(0));
        ValueWidget<?, B> bb = b.control(names.names().get(1));
        ValueWidget<?, C> cc = c.control(names.names().get(2));
        ValueWidget<?, D> dd = d.control(names.names().get(3));
        return new Interact(
                List.of(aa, bb, cc, dd), () -> function.apply(aa.value(), bb.value(), cc.value(), dd.value()));
    }

    /**
     * A control for each parameter, by its type.
     *
     * @throws IllegalArgumentException if there is none for a type; the message says what to write
     */
    public static <A, B, C, D> Interact interact(Functions.Of4<A, B, C, D> function) {
        LambdaParameters names = LambdaParameters.of(function, 4);
        return interact(
                function, Control.of(names, 0), Control.of(names, 1), Control.of(names, 2), Control.of(names, 3));
    }

    /** A control for each parameter. */
    public static <A, B, C, D, E> Interact interact(
            Functions.Of5<A, B, C, D, E> function,
            Control<A> a,
            Control<B> b,
            Control<C> c,
            Control<D> d,
            Control<E> e) {
        LambdaParameters names = LambdaParameters.of(function, 5);
        ValueWidget<?, A> aa = a.control(names.names().get(0));
        ValueWidget<?, B> bb = b.control(names.names().get(1));
        ValueWidget<?, C> cc = c.control(names.names().get(2));
        ValueWidget<?, D> dd = d.control(names.names().get(3));
        ValueWidget<?, E> ee = e.control(names.names().get(4));
        return new Interact(
                List.of(aa, bb, cc, dd, ee),
                () -> function.apply(aa.value(), bb.value(), cc.value(), dd.value(), ee.value()));
    }

    /**
     * A control for each parameter, by its type.
     *
     * @throws IllegalArgumentException if there is none for a type; the message says what to write
     */
    public static <A, B, C, D, E> Interact interact(Functions.Of5<A, B, C, D, E> function) {
        LambdaParameters names = LambdaParameters.of(function, 5);
        return interact(
                function,
                Control.of(names, 0),
                Control.of(names, 1),
                Control.of(names, 2),
                Control.of(names, 3),
                Control.of(names, 4));
    }

    /** The same for a lambda that prints and returns nothing. */
    public static <A> Interact interactDo(Functions.Do1<A> function, Control<A> a) {
        LambdaParameters names = LambdaParameters.of(function, 1);
        ValueWidget<?, A> aa = a.control(names.names().get(0));
        return new Interact(List.of(aa), () -> {
            function.apply(aa.value());
            return null;
        });
    }

    /**
     * A control for each parameter, by its type.
     *
     * @throws IllegalArgumentException if there is none for a type; the message says what to write
     */
    public static <A> Interact interactDo(Functions.Do1<A> function) {
        LambdaParameters names = LambdaParameters.of(function, 1);
        return interactDo(function, Control.of(names, 0));
    }

    /** The same for a lambda that prints and returns nothing. */
    public static <A, B> Interact interactDo(Functions.Do2<A, B> function, Control<A> a, Control<B> b) {
        LambdaParameters names = LambdaParameters.of(function, 2);
        ValueWidget<?, A> aa = a.control(names.names().get(0));
        ValueWidget<?, B> bb = b.control(names.names().get(1));
        return new Interact(List.of(aa, bb), () -> {
            function.apply(aa.value(), bb.value());
            return null;
        });
    }

    /**
     * A control for each parameter, by its type.
     *
     * @throws IllegalArgumentException if there is none for a type; the message says what to write
     */
    public static <A, B> Interact interactDo(Functions.Do2<A, B> function) {
        LambdaParameters names = LambdaParameters.of(function, 2);
        return interactDo(function, Control.of(names, 0), Control.of(names, 1));
    }

    /** The same for a lambda that prints and returns nothing. */
    public static <A, B, C> Interact interactDo(
            Functions.Do3<A, B, C> function, Control<A> a, Control<B> b, Control<C> c) {
        LambdaParameters names = LambdaParameters.of(function, 3);
        ValueWidget<?, A> aa = a.control(names.names().get(0));
        ValueWidget<?, B> bb = b.control(names.names().get(1));
        ValueWidget<?, C> cc = c.control(names.names().get(2));
        return new Interact(List.of(aa, bb, cc), () -> {
            function.apply(aa.value(), bb.value(), cc.value());
            return null;
        });
    }

    /**
     * A control for each parameter, by its type.
     *
     * @throws IllegalArgumentException if there is none for a type; the message says what to write
     */
    public static <A, B, C> Interact interactDo(Functions.Do3<A, B, C> function) {
        LambdaParameters names = LambdaParameters.of(function, 3);
        return interactDo(function, Control.of(names, 0), Control.of(names, 1), Control.of(names, 2));
    }

    /** The same for a lambda that prints and returns nothing. */
    public static <A, B, C, D> Interact interactDo(
            Functions.Do4<A, B, C, D> function, Control<A> a, Control<B> b, Control<C> c, Control<D> d) {
        LambdaParameters names = LambdaParameters.of(function, 4);
        ValueWidget<?, A> aa = a.control(names.names().get(0));
        ValueWidget<?, B> bb = b.control(names.names().get(1));
        ValueWidget<?, C> cc = c.control(names.names().get(2));
        ValueWidget<?, D> dd = d.control(names.names().get(3));
        return new Interact(List.of(aa, bb, cc, dd), () -> {
            function.apply(aa.value(), bb.value(), cc.value(), dd.value());
            return null;
        });
    }

    /**
     * A control for each parameter, by its type.
     *
     * @throws IllegalArgumentException if there is none for a type; the message says what to write
     */
    public static <A, B, C, D> Interact interactDo(Functions.Do4<A, B, C, D> function) {
        LambdaParameters names = LambdaParameters.of(function, 4);
        return interactDo(
                function, Control.of(names, 0), Control.of(names, 1), Control.of(names, 2), Control.of(names, 3));
    }

    /** The same for a lambda that prints and returns nothing. */
    public static <A, B, C, D, E> Interact interactDo(
            Functions.Do5<A, B, C, D, E> function,
            Control<A> a,
            Control<B> b,
            Control<C> c,
            Control<D> d,
            Control<E> e) {
        LambdaParameters names = LambdaParameters.of(function, 5);
        ValueWidget<?, A> aa = a.control(names.names().get(0));
        ValueWidget<?, B> bb = b.control(names.names().get(1));
        ValueWidget<?, C> cc = c.control(names.names().get(2));
        ValueWidget<?, D> dd = d.control(names.names().get(3));
        ValueWidget<?, E> ee = e.control(names.names().get(4));
        return new Interact(List.of(aa, bb, cc, dd, ee), () -> {
            function.apply(aa.value(), bb.value(), cc.value(), dd.value(), ee.value());
            return null;
        });
    }

    /**
     * A control for each parameter, by its type.
     *
     * @throws IllegalArgumentException if there is none for a type; the message says what to write
     */
    public static <A, B, C, D, E> Interact interactDo(Functions.Do5<A, B, C, D, E> function) {
        LambdaParameters names = LambdaParameters.of(function, 5);
        return interactDo(
                function,
                Control.of(names, 0),
                Control.of(names, 1),
                Control.of(names, 2),
                Control.of(names, 3),
                Control.of(names, 4));
    }

    /** A slider over numbers, in a hundred steps. */
    public static Control<Double> range(double min, double max) {
        return range(min, max, (max - min) / 100);
    }

    public static Control<Double> range(double min, double max, double step) {
        return Control.of(
                new FloatSlider(min, max).step(step).readoutFormat(".4~g").value(min + (max - min) / 2));
    }

    /** A slider over whole numbers. */
    public static Control<Integer> range(int min, int max) {
        return range(min, max, 1);
    }

    public static Control<Integer> range(int min, int max, int step) {
        return Control.of(new IntSlider(min, max).step(step).value(min + (max - min) / step / 2 * step));
    }

    /** A slider over the powers of ten between two exponents, as for a learning rate. */
    public static Control<Double> logRange(double minExponent, double maxExponent) {
        return Control.of(
                new FloatLogSlider(minExponent, maxExponent).value(Math.pow(10, (minExponent + maxExponent) / 2)));
    }

    /** One of these values; the first at the start. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read and not kept
    public static <T> Control<T> choice(T... values) {
        return Control.of(new Dropdown<T>(values));
    }

    /** Yes or no. */
    public static Control<Boolean> checkbox(boolean value) {
        return Control.of(new Checkbox().value(value));
    }

    /** A line of text. */
    public static Control<String> text(String value) {
        return Control.of(new Text(value));
    }

    /** A widget of one's own choice, with what else listens to it. */
    public static <T extends @Nullable Object> Control<T> widget(ValueWidget<?, T> widget) {
        return Control.of(widget);
    }
}
