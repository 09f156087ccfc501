package io.jotter.server.handlers;

/**
 * Who answers {@code kernel_info}.
 *
 * @param version of Jotter
 * @param javaVersion of the language in cells, for example {@code 25.0.1}
 */
public record KernelIdentity(String version, String javaVersion) {}
