package io.jotter.api.widgets;

import java.util.List;

/**
 * Keeps the values of two widgets equal: by Java ({@link #of}, {@link #oneWay}), or by the page itself, which needs no
 * kernel ({@link #onPage}, {@link #oneWayOnPage}).
 */
public final class Link extends Widget<Link> {
    private Link(String modelName, ValueWidget<?, ?> source, ValueWidget<?, ?> target) {
        super(modelName);
        set("source", List.of(source, source.valueTrait()));
        set("target", List.of(target, target.valueTrait()));
        source.attach(this);
        open();
    }

    /** Gives the target the source's value now, and either one's whenever it changes. */
    public static <T> void of(ValueWidget<?, T> source, ValueWidget<?, T> target) {
        oneWay(source, target);
        target.onChange(source::value);
    }

    /** Gives the target the source's value now and whenever it changes. */
    public static <T> void oneWay(ValueWidget<?, T> source, ValueWidget<?, T> target) {
        target.value(source.value());
        source.onChange(target::value);
    }

    /** The same as {@link #of}, done by the page. */
    public static Link onPage(ValueWidget<?, ?> source, ValueWidget<?, ?> target) {
        return new Link("LinkModel", source, target);
    }

    /** The same as {@link #oneWay}, done by the page. */
    public static Link oneWayOnPage(ValueWidget<?, ?> source, ValueWidget<?, ?> target) {
        return new Link("DirectionalLinkModel", source, target);
    }

    /** Ends it. */
    public void unlink() {
        close();
    }
}
