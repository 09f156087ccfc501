package io.jotter.api.widgets;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a widget is placed: lengths and words of CSS, as {@code "300px"}, {@code "50%"}, {@code "1fr 2fr"}. */
public final class Layout extends Widget<Layout> {
    public Layout() {
        super("LayoutModel");
    }

    public Layout width(@Nullable String length) {
        return set("width", (Object) length);
    }

    public Layout height(@Nullable String length) {
        return set("height", (Object) length);
    }

    public Layout margin(@Nullable String lengths) {
        return set("margin", (Object) lengths);
    }

    public Layout padding(@Nullable String lengths) {
        return set("padding", (Object) lengths);
    }

    /** On all four sides, for example {@code "1px solid gray"}. */
    public Layout border(@Nullable String border) {
        for (String side : new String[] {"top", "right", "bottom", "left"}) {
            set("border_" + side, (Object) border);
        }
        return this;
    }

    /**
     * Any property of the model's, by its name in CSS.
     *
     * @throws IllegalArgumentException if it has no such; the message names those that it has
     */
    public Layout set(String property, @Nullable String value) {
        return set(checked(this, property), (Object) value);
    }

    static String checked(Widget<?> widget, String property) {
        String trait = property.toLowerCase(Locale.ROOT).replace('-', '_');
        if (trait.startsWith("_") || !widget.has(trait)) {
            throw new IllegalArgumentException("There is no property " + property + " here. There are "
                    + String.join(", ", widget.traits()) + ".");
        }
        return trait;
    }
}
