package org.dflib.jjava.jupyter.kernel;

import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;

/** The kernel under the name that extensions know it by. */
public class BaseKernel extends CommonKernel {
    private final MagicsRegistry registry = new MagicsRegistry(this);

    public MagicsRegistry getMagicsRegistry() {
        return registry;
    }
}
