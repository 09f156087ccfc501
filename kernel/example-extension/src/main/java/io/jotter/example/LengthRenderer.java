package io.jotter.example;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import java.util.Locale;

/** Lengths with their unit. */
final class LengthRenderer implements Renderer<Length> {
    @Override
    public Class<Length> type() {
        return Length.class;
    }

    @Override
    public MimeBundle render(Length value) {
        String text = String.format(Locale.ROOT, "%.2f m", value.metres());
        return MimeBundle.html("<b>" + text + "</b>", text);
    }
}
