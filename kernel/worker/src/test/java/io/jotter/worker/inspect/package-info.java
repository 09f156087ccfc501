/** What is seen of values, and what is not done to them. */
@NullMarked
package io.jotter.worker.inspect;

import org.jspecify.annotations.NullMarked;
