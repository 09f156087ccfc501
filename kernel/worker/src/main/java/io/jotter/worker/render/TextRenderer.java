package io.jotter.worker.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;

/** Any value as its text, with HTML beside it where that says more. */
final class TextRenderer implements Renderer<Object> {
    @Override
    public Class<Object> type() {
        return Object.class;
    }

    @Override
    public MimeBundle render(Object value) {
        return ValueHtml.beside(PlainText.of(value), value);
    }
}
