/**
 * The JVM in which cells run: loads and invokes compiled snippets, gathers output, obeys the stop ladder. Knows the wire
 * and the API; has never heard of ZeroMQ, JSON, Maven or JShell's compiler.
 */
@NullMarked
package io.jotter.worker;

import org.jspecify.annotations.NullMarked;
