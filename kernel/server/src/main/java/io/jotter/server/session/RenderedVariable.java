package io.jotter.server.session;

import io.jotter.api.MimeBundle;

/**
 * A variable's value as a cell would show it.
 *
 * @param shown whether it is that; else the plain text says why not
 */
public record RenderedVariable(boolean shown, MimeBundle bundle) {}
