package io.github.spencerpark.jupyter.kernel;

import java.io.InputStream;
import java.io.PrintStream;

/** The streams of the running cell, and its display. */
public class JupyterIO {
    public final PrintStream out = System.out;
    public final PrintStream err = System.err;
    public final InputStream in = System.in;
    public final DisplayStream display = new DisplayStream();

    JupyterIO() {}
}
