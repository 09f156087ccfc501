package io.jotter.environment.figure;

import static io.jotter.environment.figure.Markup.escape;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Counts of true against predicted classes, shown as a table whose mistakes stand out. */
public final class ConfusionMatrix implements Displayable {
    private final int[][] counts;
    private final List<String> names;

    /**
     * Copies its arguments.
     *
     * @param counts {@code counts[t][p]}: examples of the true class t that were called p; square
     * @param names one for each class
     * @throws IllegalArgumentException if there is not a row and a column for each name
     */
    public ConfusionMatrix(int[][] counts, List<String> names) {
        int classes = names.size();
        if (counts.length != classes || Arrays.stream(counts).anyMatch(row -> row.length != classes)) {
            throw new IllegalArgumentException("The counts must have a row and a column for each of the " + classes
                    + " classes; they have " + counts.length + " rows of "
                    + Arrays.stream(counts).map(row -> row.length).toList() + " columns.");
        }
        this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
        this.names = List.copyOf(names);
    }

    /** Classes named 0, 1, 2, … */
    public static ConfusionMatrix of(int[][] counts) {
        return new ConfusionMatrix(
                counts,
                IntStream.range(0, counts.length).mapToObj(Integer::toString).toList());
    }

    /** How many examples there are in all. */
    public int total() {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /** How many lie on the diagonal. */
    public int right() {
        return IntStream.range(0, counts.length).map(i -> counts[i][i]).sum();
    }

    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.html(html(), plain());
    }

    private String caption() {
        return String.format(
                Locale.ROOT, "%,d of %,d right. A row is the true class, a column the answer.", right(), total());
    }

    private String html() {
        int worst = worst();
        StringBuilder html = new StringBuilder(8192);
        html.append("<table style=\"border-collapse:collapse;text-align:right;")
                .append(Markup.INK)
                .append("\"><caption style=\"text-align:left;white-space:nowrap;")
                .append(Markup.INK)
                .append("\">")
                .append(caption())
                .append("</caption><thead><tr><th scope=\"col\">true \\ answer</th>");
        names.forEach(
                name -> html.append("<th scope=\"col\">").append(escape(name)).append("</th>"));
        html.append("<th scope=\"col\">found</th></tr></thead><tbody>");
        for (int t = 0; t < counts.length; t++) {
            html.append("<tr><th scope=\"row\">").append(escape(names.get(t))).append("</th>");
            for (int p = 0; p < counts.length; p++) {
                html.append("<td style=\"padding:3px 8px;min-width:2.6em;background:")
                        .append(shade(t, p, worst))
                        .append(t == p ? ";font-weight:bold" : "")
                        .append("\">")
                        .append(counts[t][p] == 0 ? "·" : String.format(Locale.ROOT, "%,d", counts[t][p]))
                        .append("</td>");
            }
            html.append("<td style=\"padding:3px 8px\">").append(found(t)).append("</td></tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    /** Green on the diagonal, orange by size beside it, both so thin that the page's own ink stays readable. */
    private String shade(int t, int p, int worst) {
        if (t == p) {
            return "rgba(46,160,100,0.25)";
        }
        double share = worst == 0 ? 0 : (double) counts[t][p] / worst;
        return String.format(Locale.ROOT, "rgba(230,110,30,%.2f)", 0.5 * share);
    }

    private int worst() {
        int worst = 0;
        for (int t = 0; t < counts.length; t++) {
            for (int p = 0; p < counts.length; p++) {
                worst = t == p ? worst : Math.max(worst, counts[t][p]);
            }
        }
        return worst;
    }

    private String found(int t) {
        int all = Arrays.stream(counts[t]).sum();
        return all == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * counts[t][t] / all);
    }

    private String plain() {
        StringBuilder text = new StringBuilder(caption()).append('\n');
        text.append(cell("")).append(' ');
        names.forEach(name -> text.append(cell(name)));
        for (int t = 0; t < counts.length; t++) {
            text.append('\n').append(cell(names.get(t))).append(' ');
            for (int count : counts[t]) {
                text.append(cell(count == 0 ? "·" : Integer.toString(count)));
            }
            text.append("  ").append(found(t));
        }
        return text.toString();
    }

    private static String cell(String text) {
        return String.format(Locale.ROOT, "%7s", text);
    }
}
