/**
 * What moves while a cell runs: progress and charts that a loop feeds, at a cost that a loop does not feel. Knows the
 * page by the kernel's API, and nothing of what the loop computes.
 */
@NullMarked
package io.jotter.environment.live;

import org.jspecify.annotations.NullMarked;
