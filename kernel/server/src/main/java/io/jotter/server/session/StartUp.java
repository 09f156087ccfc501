package io.jotter.server.session;

import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicException;
import java.util.List;
import java.util.function.Consumer;

/** What the reader's environment has a notebook do before its first cell; it is done once, in that cell. */
final class StartUp {
    private final SessionSettings settings;
    private final Consumer<String> complaints;
    private boolean done;

    /**
     * @param complaints a line for each thing that failed; the rest is done none the less
     */
    StartUp(SessionSettings settings, Consumer<String> complaints) {
        this.settings = settings;
        this.complaints = complaints;
    }

    void before(CellRun cell) {
        if (done) {
            return;
        }
        done = true;
        settings.classPath().forEach(glob -> runMagic(cell, "classpath", glob));
        settings.scriptFiles().forEach(glob -> runMagic(cell, "load", glob));
        for (String script : settings.scripts()) {
            if (cell.runNamed("start-up script", script, 0) instanceof EvalOutcome.Failure failed) {
                complaints.accept("The start-up script failed: " + failed.name() + ": " + failed.message() + "\n");
            }
        }
    }

    private void runMagic(CellRun cell, String magic, String glob) {
        try {
            cell.magicValue(new MagicCall(magic, List.of(glob), null), 0);
        } catch (MagicInterruptedException e) {
            complaints.accept("What this notebook starts with was interrupted: " + glob + "\n");
        } catch (MagicException e) {
            complaints.accept("What this notebook starts with failed: " + e.getMessage() + "\n");
        }
    }
}
