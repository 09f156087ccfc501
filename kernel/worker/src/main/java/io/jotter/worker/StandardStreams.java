package io.jotter.worker;

import java.io.InputStream;
import java.io.PrintStream;

/** {@code System.in}, {@code out} and {@code err} as cells find them; a cell that sets others has them to its end. */
final class StandardStreams {
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    StandardStreams(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    void set() {
        System.setIn(in);
        System.setOut(out);
        System.setErr(err);
    }

    /** Sets them again where a cell has left others, and says so. */
    @SuppressWarnings("ReferenceEquality") // another stream, however equal, goes elsewhere
    void giveBack() {
        String left = (System.out == out ? "" : ", System.out")
                + (System.err == err ? "" : ", System.err")
                + (System.in == in ? "" : ", System.in");
        if (!left.isEmpty()) {
            set();
            err.print(
                    "Given back at the end of the cell: " + left.substring(2)
                            + ". What a cell sets by System.setOut, setErr or setIn is its own; set it again where you need it.\n");
        }
    }
}
