/**
 * Controls on the page that are objects in Java: sliders, boxes, outputs, and {@link io.jotter.api.widgets.Interact}. Speaks
 * the protocol of ipywidgets 8 (version 2.1), whose stock models it has; knows neither Jupyter's messages nor the worker.
 *
 * <p>A widget's state lives here and is told to the page when the widget is first shown; what a reader changes comes back
 * and is handed to the widget's handlers, on threads that are no cell's (see {@link io.jotter.api.PageEvents#line}).
 */
@NullMarked
package io.jotter.api.widgets;

import org.jspecify.annotations.NullMarked;
