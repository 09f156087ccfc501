/** Tests of the widgets, with a page that only listens. */
@NullMarked
package io.jotter.api.widgets;

import org.jspecify.annotations.NullMarked;
