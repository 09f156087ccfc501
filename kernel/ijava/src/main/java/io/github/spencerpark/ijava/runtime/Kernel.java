package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import org.jspecify.annotations.Nullable;

/** The kernel, for a cell. */
public final class Kernel {
    private Kernel() {}

    public static JavaKernel getKernelInstance() {
        return IJava.getKernelInstance();
    }

    /** The value of the last expression, or null. */
    public static @Nullable Object eval(String code) {
        return IJava.getKernelInstance().evalRaw(code);
    }
}
