/** Looks into the notebook's variables without running a line of the learner's code. Knows no wire, no thread and no cell. */
@NullMarked
package io.jotter.worker.inspect;

import org.jspecify.annotations.NullMarked;
