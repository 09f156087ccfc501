package io.jotter.worker.render;

import io.jotter.api.MimeBundle;
import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the JDK's types, records and beans look on a page, where they look better than as plain text. */
final class ValueHtml {
    private ValueHtml() {}

    /** The plain text and, where there is something to gain, HTML beside it; without it, if the value does not hold still. */
    static MimeBundle beside(String plain, Object value) {
        try {
            return of(value).map(html -> MimeBundle.html(html, plain)).orElseGet(() -> MimeBundle.text(plain));
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw failed;
            }
            return MimeBundle.text(plain);
        }
    }

    private static Optional<String> of(@Nullable Object value) {
        if (value == null || value instanceof CharSequence || value instanceof Number) {
            return Optional.empty();
        } else if (value.getClass().isArray()) {
            return CollectionHtml.ofArray(value);
        } else if (value instanceof Map<?, ?> map && CollectionText.fits(map)) {
            return CollectionHtml.ofMap(map);
        } else if (value instanceof Collection<?> values && CollectionText.fits(values)) {
            return CollectionHtml.ofCollection(values);
        } else if (value instanceof Optional<?> optional) {
            return optional.flatMap(ValueHtml::of)
                    .map(inner -> "<div><span style=\"" + HtmlTable.DIM + "\">Optional with</span>" + inner + "</div>");
        } else if (value instanceof Throwable thrown) {
            return Optional.of(ThrowableHtml.of(thrown));
        } else if (value instanceof Path path) {
            return FileHtml.of(path);
        } else if (value instanceof File file) {
            return FileHtml.of(file.toPath());
        }
        return Components.of(value.getClass()).map(components -> of(components, value));
    }

    private static String of(Components components, Object value) {
        HtmlTable table = new HtmlTable(components.type().getSimpleName());
        List<@Nullable Object> values = components.values(value);
        for (int i = 0; i < values.size(); i++) {
            table.named(components.names().get(i), Cell.of(values.get(i)));
        }
        return table.finished();
    }
}
