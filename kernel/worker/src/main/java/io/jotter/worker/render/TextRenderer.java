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
        return MimeBundle.text(
                CollectionText.fits(value) ? CollectionText.of(value) : Shortened.of(String.valueOf(value)));
    }
}
