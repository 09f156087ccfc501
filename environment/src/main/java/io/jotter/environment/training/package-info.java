/**
 * Training made visible and quick: DJL listeners that show progress, loss and accuracy while it runs, which look on at a small
 * and bounded cost, and an optimizer that steps as DJL's does, in less time. What a chapter teaches about training stands in the
 * chapter; nothing here knows of data sets.
 */
@NullMarked
package io.jotter.environment.training;

import org.jspecify.annotations.NullMarked;
