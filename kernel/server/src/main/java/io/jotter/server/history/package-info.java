/**
 * The cells that a person has run, in this kernel and in those before it, kept in one file a user. Has never heard of
 * Jupyter's messages, nor of what cells do.
 */
@NullMarked
package io.jotter.server.history;

import org.jspecify.annotations.NullMarked;
