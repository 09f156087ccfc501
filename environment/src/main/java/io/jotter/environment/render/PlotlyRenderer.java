package io.jotter.environment.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import io.jotter.environment.chart.PlotlyFigure;

/** A figure of tablesaw-jsplot, where a notebook has added that library. */
public final class PlotlyRenderer implements Renderer<Object> {
    private static final String FIGURE = "tech.tablesaw.plotly.components.Figure";

    /** Of which there are no values. */
    private static final class Absent {}

    private final Class<?> figure = find();

    /** The library's class; where it is not there, one that no value has. It is asked anew when a library is added. */
    @Override
    @SuppressWarnings("unchecked") // only the class itself is looked at
    public Class<Object> type() {
        return (Class<Object>) figure;
    }

    @Override
    public MimeBundle render(Object value) {
        return PlotlyFigure.bundle(value);
    }

    private static Class<?> find() {
        try {
            return Class.forName(FIGURE, false, PlotlyRenderer.class.getClassLoader());
        } catch (ClassNotFoundException notAdded) {
            return Absent.class;
        }
    }
}
