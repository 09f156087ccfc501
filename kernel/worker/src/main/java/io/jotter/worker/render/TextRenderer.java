package io.jotter.worker.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;

/** Any value as its {@code toString}. */
final class TextRenderer implements Renderer<Object> {
    @Override
    public Class<Object> type() {
        return Object.class;
    }

    @Override
    public MimeBundle render(Object value) {
        if (CollectionText.fits(value)) {
            return MimeBundle.text(CollectionText.of(value));
        }
        // valueOf returns what toString returns, which may be null
        String text = value.toString();
        return MimeBundle.text(text == null ? "null" : Shortened.of(text));
    }
}
