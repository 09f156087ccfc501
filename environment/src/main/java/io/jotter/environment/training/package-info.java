/**
 * Training made visible while it runs: DJL listeners that show progress, loss and accuracy. They look on, at a small
 * and bounded cost; what a chapter teaches about training stands in the chapter.
 */
@NullMarked
package io.jotter.environment.training;

import org.jspecify.annotations.NullMarked;
