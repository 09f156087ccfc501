package io.github.spencerpark.jupyter.kernel.magic.common;

/** Registered by notebooks that want {@code %%writefile} and its kin. Those are here without it: to register it does nothing. */
public final class WriteFile {}
