package org.dflib.jjava.jupyter;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** A library that sets a notebook up when it comes on the class path. Named in a service file of this interface's name. */
public interface Extension {
    /** Called once, in a cell of the notebook. */
    void install(BaseKernel kernel);

    /** Kept for those that have it; Jotter's worker ends as a process and calls it not. */
    default void uninstall(BaseKernel kernel) {}
}
