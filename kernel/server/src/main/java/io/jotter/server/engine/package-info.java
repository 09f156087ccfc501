/**
 * JShell and the worker process behind it: compiles snippets here, runs them there, stops and restarts it. Has never
 * heard of Jupyter's messages.
 */
@NullMarked
package io.jotter.server.engine;

import org.jspecify.annotations.NullMarked;
