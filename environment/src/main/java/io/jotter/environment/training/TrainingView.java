package io.jotter.environment.training;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import io.jotter.environment.figure.LineChart;
import io.jotter.environment.figure.Markup;
import io.jotter.environment.figure.ProgressBar;
import java.util.Locale;

/** A moment of a training as the page shows it: a bar, a line of text and a chart for each measure. */
record TrainingView(Progress progress, Measures measures, Machine machine) implements Displayable {
    /** Two charts stand side by side in a cell of JupyterLab on a window of 1,280 pixels. */
    private static final int WIDTH = 390;

    private static final int HEIGHT = 240;

    /**
     * Examples that a figure in the line of text rests on. Of one batch it would jump by three hundredths; of many more,
     * it would speak of the beginning as well, for only a batch now and then is looked at.
     */
    private static final long TELLING = 256;

    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.html(html(), plain());
    }

    /** For a terminal: one short line. */
    String plain() {
        return bar().text() + " " + progress.says() + numbers() + " · " + machine.says();
    }

    private String html() {
        StringBuilder html = new StringBuilder(16_384);
        html.append("<div style=\"max-width:900px;color:var(--jp-content-font-color1, inherit)\">")
                .append(bar().html())
                .append("<div style=\"margin:4px 0\">")
                .append(progress.says())
                .append(Markup.escape(numbers()))
                .append("</div><div style=\"display:flex;flex-wrap:wrap;gap:8px\">")
                .append(lossChart().svg());
        if (measures.hasAccuracy()) {
            html.append(accuracyChart().svg());
        }
        measures.others()
                .forEach((name, curve) ->
                        html.append(chart(name, curve, Measures.NONE).svg()));
        return html.append("</div><div style=\"color:var(--jp-content-font-color2, inherit)\">")
                .append(machine.says())
                .append("</div></div>")
                .toString();
    }

    private ProgressBar bar() {
        return new ProgressBar("training", progress.share(), progress.state() == Progress.State.STOPPED);
    }

    private LineChart lossChart() {
        return chart("loss", measures.loss(), measures.heldOutLoss()).reaching(0, Double.NaN);
    }

    private LineChart accuracyChart() {
        double[] y = measures.accuracy().y();
        double least = 1;
        for (double value : y) {
            least = Math.min(least, value);
        }
        // a network that has learnt is told apart in the last tenth: round down to it, and let the top be the top
        return chart("accuracy", measures.accuracy(), measures.heldOutAccuracy())
                .reaching(Math.floor(least * 10) / 10, 1);
    }

    private LineChart chart(String name, Curve training, Curve heldOut) {
        String alt = String.format(
                Locale.ROOT,
                "The %s on training batches over %s epochs; the last value is %.4g.",
                name,
                progress.epochs(),
                training.last());
        double[] x = training.x();
        LineChart chart = LineChart.of(name, "epochs", name, alt)
                .across(0, progress.epochs())
                .sized(WIDTH, HEIGHT)
                .with("training", x, training.y());
        return heldOut.x().length == 0 ? chart : chart.withDots("held out", heldOut.ends(), heldOut.y());
    }

    private String numbers() {
        double loss = measures.loss().recent(TELLING);
        String text = Double.isNaN(loss) && !measures.hasLoss() ? "" : format(" · loss %.4f", loss);
        if (measures.hasAccuracy()) {
            text += format(" · accuracy %.4f", measures.accuracy().recent(TELLING));
        }
        if (!Double.isNaN(measures.heldOutAccuracy().last())) {
            text += format(" · held out %.4f", measures.heldOutAccuracy().last());
        }
        for (var other : measures.others().entrySet()) {
            text += " · " + other.getKey() + format(" %.4f", other.getValue().recent(TELLING));
        }
        return text;
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
