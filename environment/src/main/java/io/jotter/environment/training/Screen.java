package io.jotter.environment.training;

import io.jotter.api.DisplayHandle;
import io.jotter.api.Notebook;
import org.jspecify.annotations.Nullable;

/** Where a training is shown: a place on the page, or, outside a notebook, lines of text. */
class Screen {
    private @Nullable DisplayHandle place;

    /** The next view opens a new place: what an earlier training has shown stays. */
    void open() {
        place = null;
    }

    /**
     * Shows a moment.
     *
     * @param lasting whether it is worth a line where nothing can be replaced
     */
    void show(TrainingView view, boolean lasting) {
        if (!Notebook.isRunning()) {
            if (lasting) {
                System.out.println(view.plain());
            }
        } else if (place == null) {
            place = Notebook.live(view);
        } else {
            place.update(view);
        }
    }
}
