package io.jotter.environment.figure;

import java.util.Locale;

/** Numbers as a person reads them, in the root locale. */
public final class Spoken {
    private Spoken() {}

    /** A length of time: {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String seconds(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 120) {
            return whole + " s";
        }
        return whole < 7200
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole / 60 % 60 + " min";
    }

    /** An amount of memory: {@code 12 MB}, {@code 1.4 GB}; thousands, as JupyterLab counts them. */
    public static String bytes(long bytes) {
        return bytes < 1e9 ? Math.round(bytes / 1e6) + " MB" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /** How often a second; below one, how long each takes. Empty where that is no number. */
    public static String rate(double perSecond) {
        if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
            return "";
        }
        if (perSecond < 1) {
            return seconds(1 / perSecond) + " each";
        }
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%,.0f/s", perSecond);
    }
}
