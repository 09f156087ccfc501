package io.jotter.server.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of the cells run so far, by the name that stack traces give them; the oldest are let go. */
final class CellSources {
    private static final int KEPT = 1_000;

    private final Map<String, String> texts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void put(String file, String text) {
        texts.put(file, text);
    }

    synchronized @Nullable String get(String file) {
        return texts.get(file);
    }
}
