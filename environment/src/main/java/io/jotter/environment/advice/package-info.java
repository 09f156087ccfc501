/** What to do about the errors of the preloaded libraries, in a sentence each. Knows those libraries, not the kernel. */
@NullMarked
package io.jotter.environment.advice;

import org.jspecify.annotations.NullMarked;
