package io.github.spencerpark.jupyter.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import io.jotter.api.Comms;
import io.jotter.api.Notebook;
import org.jspecify.annotations.Nullable;

/** What a notebook asks of a kernel, whatever its language. All of it acts on the notebook in whose worker it is called. */
abstract class CommonKernel {
    private final Renderer renderer = new Renderer();
    private final Magics magics = new Magics();
    private final JupyterIO io = new JupyterIO();

    public Renderer getRenderer() {
        return renderer;
    }

    public Magics getMagics() {
        return magics;
    }

    public JupyterIO getIO() {
        return io;
    }

    /** Jotter's own: the channels to the page, without a library for JSON in their signatures. */
    public Comms getCommManager() {
        return Notebook.host().comms();
    }

    /** Shows it under its own display id, or a new one. */
    public void display(DisplayData data) {
        Notebook.display(data);
    }

    /** Compiles and runs Java in the notebook's scope; the value of its last expression, or null. */
    public @Nullable Object evalRaw(String code) {
        return Notebook.eval(code);
    }

    /** The same, rendered; null if there is no value. */
    public @Nullable DisplayData eval(String code) {
        Object value = evalRaw(code);
        return value == null ? null : renderer.render(value);
    }
}
