package io.github.spencerpark.jupyter.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.jotter.api.Notebook;

/** Shows data under the running cell. */
public class DisplayStream {
    DisplayStream() {}

    public void display(DisplayData data) {
        Notebook.display(data);
    }

    public void updateDisplay(DisplayData data) {
        String id = data.getDisplayId();
        if (id == null) {
            throw new IllegalArgumentException("The data has no display id: call setDisplayId first.");
        }
        updateDisplay(id, data);
    }

    public void updateDisplay(String id, DisplayData data) {
        Notebook.updateDisplay(id, data);
    }
}
