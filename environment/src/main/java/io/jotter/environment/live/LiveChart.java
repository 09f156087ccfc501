package io.jotter.environment.live;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import io.jotter.environment.figure.LineChart;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A chart that a loop feeds; made by {@link Live#liveChart}. It appears with the first value, under the cell that runs
 * then, is drawn anew at most ten times a second, and always shows the last value in the end. Any number of values takes
 * the same memory: neighbours are drawn as their lowest and highest. Any thread may add.
 *
 * <pre>{@code
 * var chart = liveChart("loss").onLogScale();
 * for (int step = 0; step < 1000; step++) {
 *     chart.add(step, loss);
 *     chart.add("held out", step, heldOutLoss);
 * }
 * }</pre>
 */
public final class LiveChart implements Displayable {
    private final LiveView view = new LiveView(this::toMimeBundle, failed -> {});
    private final Map<String, Course> courses = new LinkedHashMap<>();
    private final String title;
    private String xLabel = "step";
    private String yLabel;
    private boolean logarithmic;
    private boolean open;

    LiveChart(String title) {
        this.title = title;
        this.yLabel = title;
    }

    /** A further value of the curve that has the chart's own name. */
    public void add(double step, double value) {
        add(title, step, value);
    }

    /** A further value of a curve, which begins with its first. */
    public void add(String curve, double step, double value) {
        boolean first;
        synchronized (this) {
            courses.computeIfAbsent(curve, name -> new Course()).add(step, value);
            first = !open;
            open = true;
        }
        if (first) {
            view.open();
        } else {
            view.changed();
        }
    }

    /** The words along the axes, in place of “step” and the title. */
    public synchronized LiveChart labelled(String newXLabel, String newYLabel) {
        xLabel = newXLabel;
        yLabel = newYLabel;
        return this;
    }

    /** Equal ratios are equally high; values that are not above 0 are not drawn. */
    public synchronized LiveChart onLogScale() {
        logarithmic = true;
        return this;
    }

    @Override
    public synchronized MimeBundle toMimeBundle() {
        String says = courses.isEmpty()
                ? "no values yet"
                : courses.entrySet().stream()
                        .map(entry -> says(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("; "));
        LineChart chart = LineChart.of(title, xLabel, yLabel, title + " by " + xLabel + ": " + says + ".");
        for (var entry : courses.entrySet()) {
            chart = chart.with(entry.getKey(), entry.getValue().points());
        }
        return MimeBundle.html((logarithmic ? chart.onLogScale() : chart).svg(), plain());
    }

    private String says(String name, Course course) {
        DoubleSummaryStatistics drawn =
                course.points().stream().mapToDouble(LineChart.Point::y).summaryStatistics();
        return String.format(
                Locale.ROOT,
                "%s %.4g at %s, between %.4g and %.4g in %,d values",
                name,
                course.last(),
                step(course.lastX()),
                drawn.getMin(),
                drawn.getMax(),
                course.count());
    }

    /** One line, for a terminal. */
    private String plain() {
        String curves = courses.entrySet().stream()
                .map(entry -> {
                    Course course = entry.getValue();
                    String name = entry.getKey().equals(title) ? "" : entry.getKey() + " ";
                    return name
                            + Sparkline.of(course.points())
                            + String.format(Locale.ROOT, " %.4g at %s %s", course.last(), xLabel, step(course.lastX()));
                })
                .collect(Collectors.joining(" │ "));
        return title + ": " + (curves.isEmpty() ? "no values yet" : curves);
    }

    private static String step(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) x)
                : String.format(Locale.ROOT, "%.4g", x);
    }
}
