package io.jotter.environment.chart;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where an axis of time is marked: at the starts of years, months, weeks (Mondays), days, or at round times of the day. */
final class TimeTicks {
    /** A mark and its word. */
    record Tick(double place, String label) {}

    private record Step(ChronoUnit unit, int count, String pattern) {
        double millis() {
            return count * (double) unit.getDuration().toMillis();
        }
    }

    private static final List<Step> STEPS = steps();

    private TimeTicks() {}

    /**
     * The marks from {@code low} to {@code high}, both in milliseconds since 1970.
     *
     * @param most no step is shorter than this part of the span
     */
    static List<Tick> between(double low, double high, int most) {
        Step step = STEPS.stream()
                .filter(each -> each.millis() * most >= high - low)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        DateTimeFormatter words = DateTimeFormatter.ofPattern(step.pattern(), Locale.ENGLISH);
        DateTimeFormatter withDay = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
        List<Tick> ticks = new ArrayList<>();
        LocalDateTime at = start(Times.moment(low), step);
        while (Times.place(at) <= high) {
            if (Times.place(at) >= low) {
                boolean ofDay = step.unit().isTimeBased() && (ticks.isEmpty() || at.getHour() + at.getMinute() == 0);
                ticks.add(new Tick(Times.place(at), (ofDay ? withDay : words).format(at)));
            }
            at = at.plus(step.count(), step.unit());
        }
        return ticks;
    }

    /** The last round moment not after this. */
    private static LocalDateTime start(LocalDateTime low, Step step) {
        int count = step.count();
        return switch (step.unit()) {
            case YEARS -> {
                LocalDateTime year = low.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
                yield year.withYear(Math.floorDiv(year.getYear(), count) * count);
            }
            case MONTHS -> {
                LocalDateTime month = low.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
                yield month.withMonth((month.getMonthValue() - 1) / count * count + 1);
            }
            case WEEKS -> low.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case DAYS -> low.truncatedTo(ChronoUnit.DAYS);
            case HOURS -> low.truncatedTo(ChronoUnit.DAYS).withHour(low.getHour() / count * count);
            case MINUTES -> low.truncatedTo(ChronoUnit.HOURS).withMinute(low.getMinute() / count * count);
            default -> low.truncatedTo(ChronoUnit.MINUTES).withSecond(low.getSecond() / count * count);
        };
    }

    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        add(steps, ChronoUnit.SECONDS, "HH:mm:ss", 1, 5, 15, 30);
        add(steps, ChronoUnit.MINUTES, "HH:mm", 1, 5, 15, 30);
        add(steps, ChronoUnit.HOURS, "HH:mm", 1, 3, 6, 12);
        add(steps, ChronoUnit.DAYS, "d MMM yyyy", 1, 2);
        add(steps, ChronoUnit.WEEKS, "d MMM yyyy", 1, 2);
        add(steps, ChronoUnit.MONTHS, "MMM yyyy", 1, 2, 3, 6);
        add(steps, ChronoUnit.YEARS, "yyyy", 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000, 100_000);
        return steps;
    }

    private static void add(List<Step> steps, ChronoUnit unit, String pattern, int... counts) {
        for (int count : counts) {
            steps.add(new Step(unit, count, pattern));
        }
    }
}
