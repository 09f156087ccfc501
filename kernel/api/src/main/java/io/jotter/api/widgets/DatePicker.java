package io.jotter.api.widgets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field for a day; null while none is chosen. */
public final class DatePicker extends ValueWidget<DatePicker, @Nullable LocalDate> {
    public DatePicker() {
        super("DatePickerModel", "value");
    }

    public DatePicker(LocalDate day) {
        this();
        value(day);
    }

    @Override
    @Nullable
    LocalDate fromState(@Nullable Object raw) {
        if (!(raw instanceof Map<?, ?> parts)) {
            return null;
        }
        try {
            // the page counts months from 0, as its own dates do
            return LocalDate.of(number(parts, "year"), number(parts, "month") + 1, number(parts, "date"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static int number(Map<?, ?> parts, String name) {
        return ((Number) Bounds.given(parts.get(name))).intValue();
    }

    @Override
    @Nullable
    Object toState(@Nullable LocalDate value) {
        if (value == null) {
            return null;
        }
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("year", (long) value.getYear());
        parts.put("month", value.getMonthValue() - 1L);
        parts.put("date", (long) value.getDayOfMonth());
        return parts;
    }

    @Override
    @Nullable
    Object accepted(String trait, @Nullable Object raw) {
        return trait.equals("value") ? toState(fromState(raw)) : raw;
    }
}
