package io.jotter.server.session;

/**
 * Whether code could be run as it stands.
 *
 * @param status as the protocol names it: {@code complete}, {@code incomplete}, {@code invalid}
 * @param indent blanks for the next line when incomplete, else empty
 */
public record Completeness(String status, String indent) {}
