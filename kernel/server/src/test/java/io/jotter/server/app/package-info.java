/** Tests of a kernel's start and end. */
@NullMarked
package io.jotter.server.app;

import org.jspecify.annotations.NullMarked;
