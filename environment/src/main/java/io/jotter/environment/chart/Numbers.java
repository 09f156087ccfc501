package io.jotter.environment.chart;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** Numbers out of whatever holds them; what is missing is NaN. */
final class Numbers {
    private static final String ACCEPTED =
            "arrays, lists and streams of numbers, NDArrays and number columns of a table can be drawn.";

    private Numbers() {}

    /**
     * All numbers in their order, of an array with more axes row by row.
     *
     * @throws IllegalArgumentException if there are none in it
     */
    static double[] of(@Nullable Object values) {
        if (values instanceof double[] doubles) {
            return doubles.clone();
        } else if (values instanceof NDArray array) {
            return ofArray(array);
        } else if (values instanceof NumericColumn<?> column) {
            return column.asDoubleArray();
        } else if (values instanceof BooleanColumn column) {
            return of(column.asObjectArray());
        } else if (values instanceof DoubleStream stream) {
            return stream.toArray();
        } else if (values instanceof BaseStream<?, ?> stream) {
            return ofEach(stream.iterator());
        } else if (values instanceof Column<?> column) {
            throw new IllegalArgumentException("The column " + column.name() + " is of type "
                    + column.type().name() + " and holds no numbers; " + ACCEPTED);
        } else if (values instanceof Iterable<?> each) {
            return ofEach(each.iterator());
        } else if (values != null && values.getClass().isArray()) {
            return ofEach(elements(values).iterator());
        }
        throw new IllegalArgumentException(
                (values == null ? "null" : "A " + values.getClass().getSimpleName()) + " holds no numbers; "
                        + ACCEPTED);
    }

    /**
     * The rows of a matrix; they may differ in length.
     *
     * @throws IllegalArgumentException if there are no rows
     */
    static double[][] matrix(@Nullable Object values) {
        if (values instanceof NDArray array) {
            if (array.getShape().dimension() != 2) {
                throw new IllegalArgumentException("A matrix has two axes; this NDArray has the shape "
                        + array.getShape() + ". Take a part of it with get, or reshape it.");
            }
            int columns = (int) array.getShape().get(1);
            double[] all = ofArray(array);
            double[][] rows = new double[(int) array.getShape().get(0)][];
            Arrays.setAll(rows, row -> Arrays.copyOfRange(all, row * columns, (row + 1) * columns));
            return rows;
        }
        return elements(values).stream().map(Numbers::of).toArray(double[][]::new);
    }

    /** What an array or an iterable holds, one by one. */
    static List<@Nullable Object> elements(@Nullable Object values) {
        List<@Nullable Object> elements = new ArrayList<>();
        if (values instanceof Iterable<?> each) {
            each.forEach(elements::add);
        } else if (values != null && values.getClass().isArray()) {
            int length = Array.getLength(values);
            for (int i = 0; i < length; i++) {
                elements.add(Array.get(values, i));
            }
        } else {
            throw new IllegalArgumentException(
                    (values == null ? "null" : "A " + values.getClass().getSimpleName()) + " has no elements; "
                            + ACCEPTED);
        }
        return elements;
    }

    /** The name that a column of a table brings along. */
    static @Nullable String name(@Nullable Object values) {
        return values instanceof Column<?> column ? column.name() : null;
    }

    private static double[] ofArray(NDArray array) {
        NDArray doubles = array.toType(DataType.FLOAT64, true);
        try (doubles) {
            return doubles.toDoubleArray();
        }
    }

    private static double[] ofEach(java.util.Iterator<?> each) {
        double[] numbers = new double[16];
        int count = 0;
        while (each.hasNext()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number(each.next());
        }
        return Arrays.copyOf(numbers, count);
    }

    private static double number(@Nullable Object value) {
        if (value == null) {
            return Double.NaN;
        } else if (value instanceof Number number) {
            return number.doubleValue();
        } else if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        } else if (value instanceof NDArray scalar && scalar.size() == 1) {
            return ofArray(scalar)[0];
        }
        throw new IllegalArgumentException(
                "“" + value + "” is a " + value.getClass().getSimpleName() + " and no number; " + ACCEPTED);
    }
}
