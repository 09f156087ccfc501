package io.jotter.environment.render;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import io.jotter.environment.chart.ArrayPicture;
import java.util.Locale;

/**
 * An NDArray: shape, type, device and values, shortened along each axis; a picture where it looks like one. The corners are cut out where the array lives
 * before any value is fetched, so a huge array costs no more than a small one.
 */
public final class NDArrayRenderer implements Renderer<NDArray> {
    private static final int AT_EITHER_END = 3;

    @Override
    public Class<NDArray> type() {
        return NDArray.class;
    }

    @Override
    public MimeBundle render(NDArray array) {
        if (array.isReleased()) {
            return MimeBundle.text("NDArray, closed: its memory was given back with its manager");
        }
        String head = "NDArray " + array.getShape() + " "
                + array.getDataType().name().toLowerCase(Locale.ROOT) + " on " + device(array.getDevice());
        String values = values(array);
        String pre = "<pre style=\"margin:4px 0 0\">" + HtmlTable.escape(values) + "</pre>";
        String html = "<div style=\"color:var(--jp-ui-font-color2, #757575)\">" + HtmlTable.escape(head) + "</div>"
                + ArrayPicture.html(array)
                        .map(picture -> picture + "<details><summary>values</summary>" + pre + "</details>")
                        .orElse(pre);
        return MimeBundle.html(html, head + "\n" + values);
    }

    /** DJL's own text has empty brackets for the one device that has no number. */
    private static String device(Device device) {
        return device.getDeviceId() < 0 ? device.getDeviceType() : device.getDeviceType() + " " + device.getDeviceId();
    }

    private static String values(NDArray array) {
        if (array.isEmpty()) {
            return "[]";
        }
        try (NDManager scratch = array.getManager().newSubManager()) {
            NDArray corners = array.duplicate();
            if (array.size() > 1_000) {
                corners.close();
                corners = corners(array);
            }
            corners.attach(scratch);
            DataType type = corners.getDataType();
            Number[] numbers = type == DataType.STRING || type.isBoolean()
                    ? new Number[0]
                    : corners.toType(DataType.FLOAT64, false).toArray();
            if (numbers.length == 0) {
                return String.valueOf(corners.toDebugString(true));
            }
            StringBuilder text = new StringBuilder();
            new Layout(array.getShape(), corners.getShape(), numbers, type.isInteger(), width(numbers, type))
                    .append(text, 0, 0);
            return text.toString();
        }
    }

    /** The first and the last few along each axis. */
    @SuppressWarnings("ReferenceEquality") // arrays are equal by their values; here it is about which to close
    private static NDArray corners(NDArray array) {
        NDArray cut = array;
        for (int axis = 0; axis < array.getShape().dimension(); axis++) {
            long length = array.getShape().get(axis);
            if (length > 2 * AT_EITHER_END) {
                String all = ":,".repeat(axis);
                NDArray first = cut.get(new NDIndex(all + ":" + AT_EITHER_END));
                NDArray last = cut.get(new NDIndex(all + (length - AT_EITHER_END) + ":"));
                NDArray both = first.concat(last, axis);
                first.close();
                last.close();
                if (cut != array) {
                    cut.close();
                }
                cut = both;
            }
        }
        return cut == array ? array.duplicate() : cut;
    }

    private static int width(Number[] numbers, DataType type) {
        int width = 1;
        for (Number number : numbers) {
            width = Math.max(width, text(number, type.isInteger()).length());
        }
        return width;
    }

    private static String text(Number number, boolean integer) {
        if (integer) {
            return String.valueOf(number.longValue());
        }
        double value = number.doubleValue();
        double size = Math.abs(value);
        boolean plain = value == 0 || (size >= 1e-4 && size < 1e6) || Double.isNaN(value) || Double.isInfinite(value);
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
    }

    /** Lays numbers out in nested brackets, with dots where some were left out. */
    @SuppressWarnings("ArrayRecordComponent") // made, used once and never compared
    private record Layout(Shape whole, Shape cut, Number[] numbers, boolean integer, int width) {
        int append(StringBuilder text, int axis, int from) {
            if (axis == cut.dimension()) {
                String number = text(numbers[from], integer);
                text.append(" ".repeat(width - number.length())).append(number);
                return from + 1;
            }
            boolean innermost = axis == cut.dimension() - 1;
            boolean shortened = whole.get(axis) != cut.get(axis);
            String separator = innermost ? ", " : ",\n" + " ".repeat(axis + 1);
            int next = from;
            text.append('[');
            for (int i = 0; i < cut.get(axis); i++) {
                text.append(i == 0 ? "" : separator);
                if (shortened && i == AT_EITHER_END) {
                    text.append('…').append(separator);
                }
                next = append(text, axis + 1, next);
            }
            text.append(']');
            return next;
        }
    }
}
