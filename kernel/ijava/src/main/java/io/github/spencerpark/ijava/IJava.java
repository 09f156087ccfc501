package io.github.spencerpark.ijava;

/** Where a notebook gets hold of the kernel. */
public final class IJava {
    // a class method of IJava's leads here: there is no object to hang it on
    private static final JavaKernel KERNEL = new JavaKernel();

    private IJava() {}

    /** The one kernel of this notebook. */
    public static JavaKernel getKernelInstance() {
        return KERNEL;
    }
}
