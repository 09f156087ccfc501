package io.jotter.environment.chart;

import org.jspecify.annotations.Nullable;

/**
 * What a reader may say about a chart as a whole.
 *
 * @param alt what the picture says, for those who do not see it; null for words made from the numbers
 * @param dates whether x are milliseconds since 1970 and shown as dates
 * @param legend null where it is shown if there is more than one thing to name
 */
record Look(
        @Nullable String title,
        @Nullable String xLabel,
        @Nullable String yLabel,
        @Nullable String alt,
        boolean logX,
        boolean logY,
        boolean dates,
        @Nullable Boolean legend,
        int width,
        int height) {
    static final Look PLAIN = new Look(null, null, null, null, false, false, false, null, 640, 360);

    Look titled(String text) {
        return new Look(text, xLabel, yLabel, alt, logX, logY, dates, legend, width, height);
    }

    Look labelled(@Nullable String x, @Nullable String y) {
        return new Look(title, x, y, alt, logX, logY, dates, legend, width, height);
    }

    Look saying(String words) {
        return new Look(title, xLabel, yLabel, words, logX, logY, dates, legend, width, height);
    }

    Look logarithmic(boolean x, boolean y) {
        return new Look(title, xLabel, yLabel, alt, x, y, dates, legend, width, height);
    }

    Look dated(boolean isDated) {
        return new Look(title, xLabel, yLabel, alt, logX, logY, isDated, legend, width, height);
    }

    Look withLegend(boolean shown) {
        return new Look(title, xLabel, yLabel, alt, logX, logY, dates, shown, width, height);
    }

    Look sized(int newWidth, int newHeight) {
        return new Look(title, xLabel, yLabel, alt, logX, logY, dates, legend, newWidth, newHeight);
    }
}
