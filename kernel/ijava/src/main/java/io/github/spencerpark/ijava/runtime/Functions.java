package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;

/** What a cell has of IJava's and not of Jotter's: imported when a cell needs it. */
public final class Functions {
    private Functions() {}

    public static JavaKernel getKernelInstance() {
        return IJava.getKernelInstance();
    }

    /** The same by its shorter name. */
    public static JavaKernel kernel() {
        return IJava.getKernelInstance();
    }
}
