package io.github.spencerpark.jupyter.kernel;

/** The kernel under the name that extensions know it by. */
public class BaseKernel extends CommonKernel {}
