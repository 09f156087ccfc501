/**
 * Charts in one short line: numbers of whatever kind become a picture that reads in both themes, says in words what it
 * shows, and can be made interactive. Knows arrays, tables and XChart; must not know the kernel beyond its api.
 */
@NullMarked
package io.jotter.environment.chart;

import org.jspecify.annotations.NullMarked;
