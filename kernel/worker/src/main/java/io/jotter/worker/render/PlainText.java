package io.jotter.worker.render;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** The plain text of a value: its own, or a better one where its own is but a name and a number. */
final class PlainText {
    private PlainText() {}

    static String of(Object value) {
        if (CollectionText.fits(value)) {
            return CollectionText.of(value);
        } else if (value instanceof BaseStream<?, ?> && isOfTheJdk(value)) {
            // to show its elements would be to use it up
            return "A stream, not consumed. To see its elements: .toList(), or .limit(10).toList() of a long one";
        } else if ((value instanceof Iterator<?> || value instanceof Spliterator<?>)
                && isOfTheJdk(value)
                && hasNoText(value)) {
            return "An iterator, not consumed. To see its elements, iterate over what it came from";
        }
        Optional<Components> bean = value.getClass().isRecord() ? Optional.empty() : Components.of(value.getClass());
        if (bean.isPresent()) {
            return ofBean(bean.get(), value);
        }
        // valueOf returns what toString returns, which may be null
        String text = value.toString();
        return text == null ? "null" : Shortened.of(text);
    }

    private static String ofBean(Components bean, Object value) {
        List<String> parts = new ArrayList<>();
        List<@Nullable Object> values = bean.values(value);
        for (int i = 0; i < values.size(); i++) {
            parts.add(bean.names().get(i) + "=" + Cell.of(values.get(i)).text());
        }
        return bean.type().getSimpleName() + parts;
    }

    private static boolean isOfTheJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }

    private static boolean hasNoText(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() == Object.class;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
