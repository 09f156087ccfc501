package io.jotter.api.widgets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The models that every page with ipywidgets has, with their whole state when new, as ipywidgets itself makes them. */
final class StockModels {
    private final Map<String, Model> models = new HashMap<>();

    /**
     * A model's name, that of its style's model, and the state of a new one.
     */
    record Model(String name, @Nullable String style, Map<String, @Nullable Object> state) {
        Map<String, @Nullable Object> newState() {
            return new LinkedHashMap<>(state);
        }
    }

    /** Read when a first widget is made. */
    private static final class Read {
        static final StockModels ALL = new StockModels();
    }

    private StockModels() {
        try (InputStream in = Objects.requireNonNull(StockModels.class.getResourceAsStream("models.json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            JsonText.readObject(text).forEach((name, each) -> models.put(name, model(name, each)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // the file is ours
    private static Model model(String name, @Nullable Object read) {
        Map<String, @Nullable Object> parts = (Map<String, @Nullable Object>) Objects.requireNonNull(read);
        return new Model(name, (String) parts.get("style"), (Map<String, @Nullable Object>)
                Objects.requireNonNull(parts.get("state")));
    }

    static Model named(String name) {
        return Objects.requireNonNull(Read.ALL.models.get(name), name);
    }
}
