package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/** How a widget is coloured and lettered. Which properties it has depends on the widget. */
public final class Style extends Widget<Style> {
    Style(String modelName) {
        super(modelName);
    }

    /** Of the label before the widget, for example {@code "initial"} for as wide as it needs. */
    public Style descriptionWidth(String width) {
        return set("description_width", width);
    }

    /**
     * Any property of the model's: {@code handle_color}, {@code bar_color}, {@code button_color}, {@code text_color}, ….
     *
     * @throws IllegalArgumentException if it has no such; the message names those that it has
     */
    public Style set(String property, @Nullable String value) {
        return set(Layout.checked(this, property), (Object) value);
    }
}
