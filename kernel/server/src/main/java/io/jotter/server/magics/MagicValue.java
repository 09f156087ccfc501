package io.jotter.server.magics;

import io.jotter.api.MimeBundle;
import java.util.List;

/** What a magic yields, as the value of {@code x = %name}, or shown when it ends the cell. */
public sealed interface MagicValue {
    record Nothing() implements MagicValue {}

    record Text(String text) implements MagicValue {}

    record Texts(List<String> texts) implements MagicValue {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** What the magic has to tell: shown also where it does not end its cell. */
    record Said(MimeBundle bundle) implements MagicValue {}

    record Shown(MimeBundle bundle) implements MagicValue {}
}
