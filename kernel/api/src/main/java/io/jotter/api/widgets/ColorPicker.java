package io.jotter.api.widgets;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A field for a colour. */
public final class ColorPicker extends ValueWidget<ColorPicker, String> {
    private static final Pattern COLOUR = Pattern.compile("#(\\p{XDigit}{3}){1,2}|[a-zA-Z]+");

    public ColorPicker() {
        super("ColorPickerModel", "value");
    }

    /** @throws IllegalArgumentException if that is no colour */
    public ColorPicker(String colour) {
        this();
        value(colour);
    }

    /** Whether only the field of colour is shown, without its name. */
    public ColorPicker concise(boolean concise) {
        return set("concise", concise);
    }

    @Override
    String fromState(@Nullable Object raw) {
        return String.valueOf(raw);
    }

    @Override
    Object toState(String value) {
        if (!COLOUR.matcher(value).matches()) {
            throw invalid(value, "give a name of CSS, or #rgb or #rrggbb in hexadecimal digits.");
        }
        return value;
    }

    @Override
    @Nullable
    Object accepted(String trait, @Nullable Object raw) {
        return trait.equals("value") ? toState(String.valueOf(raw)) : raw;
    }
}
