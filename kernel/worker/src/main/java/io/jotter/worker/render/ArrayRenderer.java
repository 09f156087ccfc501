package io.jotter.worker.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import java.lang.reflect.Array;

/** Arrays, primitive ones too, by their elements: {@code [[1, 2], [3, 4]]}. */
final class ArrayRenderer implements Renderer<Object> {
    private static final int DEEPEST = 32;

    @Override
    public Class<Object> type() {
        return Object.class;
    }

    @Override
    public MimeBundle render(Object value) {
        return ValueHtml.beside(text(value), value);
    }

    static String text(Object array) {
        StringBuilder text = new StringBuilder();
        append(array, text, 0);
        return Shortened.ofElements(text, Array.getLength(array));
    }

    private static void append(Object array, StringBuilder text, int depth) {
        text.append('[');
        int length = Array.getLength(array);
        for (int i = 0; i < length && !Shortened.isFull(text); i++) {
            if (i > 0) {
                text.append(", ");
            }
            Object element = Array.get(array, i);
            if (element != null && element.getClass().isArray() && depth < DEEPEST) {
                append(element, text, depth + 1);
            } else {
                CollectionText.append(element, text);
            }
        }
        text.append(']');
    }
}
