/**
 * What each message of the Jupyter protocol asks for, one class a message, and the order in which they are answered. Knows
 * messages and the session; knows nothing of JShell, of the worker, or of how either is started.
 */
@NullMarked
package io.jotter.server.handlers;

import org.jspecify.annotations.NullMarked;
