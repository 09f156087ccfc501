/**
 * How a chapter of the course proves itself and how an exercise is answered. Knows numbers, arrays and charts, and
 * nothing of the library that a chapter teaches.
 */
@NullMarked
package io.jotter.environment.course;

import org.jspecify.annotations.NullMarked;
