package io.jotter.environment.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** What is drawn. */
sealed interface Content {
    /** Lines and clouds of points in one frame. */
    record Curves(List<Series> series) implements Content {
        public Curves {
            series = List.copyOf(series);
        }
    }

    /** How many values lie between an edge and the next. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Bins(String name, double[] edges, double[] counts) implements Content {}

    /** A bar for each name, of several series side by side. */
    record Bars(List<String> names, List<Height> heights) implements Content {
        public Bars {
            names = List.copyOf(names);
            heights = List.copyOf(heights);
        }
    }

    /** The bars of one series. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Height(String name, double[] values) {}

    /** A colour for each value of a matrix, its first row on top. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Matrix(double[][] rows) implements Content {
        int columns() {
            return Heat.columns(rows);
        }

        double least() {
            return finite().min().orElse(0);
        }

        double greatest() {
            return finite().max().orElse(1);
        }

        private DoubleStream finite() {
            return Arrays.stream(rows).flatMapToDouble(Arrays::stream).filter(Double::isFinite);
        }
    }
}
