package io.jotter.environment.figure;

import static io.jotter.environment.figure.Markup.escape;

/**
 * How far something has come, as a bar for the page and one of characters for a terminal.
 *
 * @param of what goes on, for those who do not see the bar
 * @param share done, from 0 to 1
 * @param stopped whether it was broken off
 */
public record ProgressBar(String of, double share, boolean stopped) {
    private static final int CHARACTERS = 24;

    /**
     * Cuts the share to what a bar can show.
     *
     * @throws IllegalArgumentException if the share is not a number
     */
    public ProgressBar {
        if (Double.isNaN(share)) {
            throw new IllegalArgumentException("The share of a progress bar is not a number.");
        }
        share = Math.min(1, Math.max(0, share));
    }

    /** A {@code div} as wide as what it stands in. */
    public String html() {
        long percent = Math.round(100 * share);
        return "<div role=\"progressbar\" aria-label=\"" + escape(of) + "\" aria-valuemin=\"0\" aria-valuemax=\"100\""
                + " aria-valuenow=\"" + percent
                + "\" style=\"height:8px;border-radius:4px;background:var(--jp-layout-color3, #bdbdbd)\">"
                + "<div style=\"height:8px;border-radius:4px;width:" + percent + "%;background:"
                + (stopped ? "var(--jp-warn-color1, #e65100)" : "var(--jp-brand-color1, #1976d2)") + "\"></div></div>";
    }

    /** In {@value #CHARACTERS} characters. */
    public String text() {
        int full = (int) Math.round(share * CHARACTERS);
        return "█".repeat(full) + "░".repeat(CHARACTERS - full);
    }
}
