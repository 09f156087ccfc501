package io.jotter.environment.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import io.jotter.environment.chart.ForeignChart;
import org.knowm.xchart.internal.chartpart.Chart;

/** An XChart chart as SVG, which stays sharp, and as PNG, for where SVG is not shown. */
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class ChartRenderer implements Renderer<Chart> {
    @Override
    public Class<Chart> type() {
        return Chart.class;
    }

    @Override
    public MimeBundle render(Chart chart) {
        return ForeignChart.bundle((Chart<?, ?>) chart);
    }
}
