package org.dflib.jjava;

import org.dflib.jjava.kernel.JavaKernel;

/** Where a notebook gets hold of the kernel. */
public final class JJava {
    // a class method of JJava's leads here: there is no object to hang it on
    private static final JavaKernel KERNEL = new JavaKernel();

    private JJava() {}

    /** The one kernel of this notebook. */
    public static JavaKernel getKernelInstance() {
        return KERNEL;
    }
}
