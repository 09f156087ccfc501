package io.jotter.environment.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.columns.Column;

/** Days and moments as places on an axis: milliseconds since 1970, of what names no zone as if it were UTC; missing ones are NaN. */
final class Times {
    private Times() {}

    /** Whether these are days or moments; the first that is not missing says so. */
    static boolean are(@Nullable Object values) {
        if (values instanceof Column<?>) {
            return values instanceof DateColumn || values instanceof DateTimeColumn || values instanceof InstantColumn;
        }
        if (!(values instanceof Iterable<?>) && !(values instanceof Object[])) {
            return false;
        }
        return Numbers.elements(values).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .filter(Times::isOne)
                .isPresent();
    }

    /**
     * Places on an axis: of days and moments, or of numbers.
     *
     * @throws IllegalArgumentException if something else is among them
     */
    static double[] places(@Nullable Object values) {
        if (!are(values)) {
            return Numbers.of(values);
        }
        List<?> all = values instanceof Column<?> column
                ? IntStream.range(0, column.size()).mapToObj(column::get).toList()
                : Numbers.elements(values);
        return all.stream().mapToDouble(Times::place).toArray();
    }

    /** A day as 2026-01-31; a moment with its time of the day. */
    static String text(double place) {
        LocalDateTime moment = moment(place);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toLocalDate() + " " + moment.toLocalTime();
    }

    static LocalDateTime moment(double place) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(Math.round(place)), ZoneOffset.UTC);
    }

    static double place(LocalDateTime moment) {
        return moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static boolean isOne(Object value) {
        return value instanceof LocalDate || value instanceof LocalDateTime || value instanceof Instant;
    }

    private static double place(@Nullable Object value) {
        if (value == null) {
            return Double.NaN;
        } else if (value instanceof LocalDate day) {
            return place(day.atStartOfDay());
        } else if (value instanceof LocalDateTime moment) {
            return place(moment);
        } else if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        throw new IllegalArgumentException("“" + value + "” is a "
                + value.getClass().getSimpleName()
                + " among dates; an axis holds LocalDate, LocalDateTime and Instant, or numbers alone.");
    }
}
