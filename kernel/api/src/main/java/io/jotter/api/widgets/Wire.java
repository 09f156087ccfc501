package io.jotter.api.widgets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state as the protocol sends it: other widgets by their ids, bytes taken out and named by their paths.
 *
 * @param state what is left, for JSON
 * @param paths of each buffer, from the state's root
 */
@SuppressWarnings("ArrayRecordComponent") // made for one message and never compared
record Wire(Map<String, @Nullable Object> state, List<List<Object>> paths, List<byte[]> buffers) {
    private static final String MODEL = "IPY_MODEL_";

    static Wire of(Map<String, @Nullable Object> state) {
        return of(state, List.of());
    }

    /** The same for a state that stands at a place in a larger one. */
    static Wire of(Map<String, @Nullable Object> state, List<Object> place) {
        Wire wire = new Wire(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        state.forEach((trait, value) -> {
            if (value instanceof byte[] bytes) {
                wire.paths.add(path(place, trait));
                wire.buffers.add(bytes);
            } else {
                wire.state.put(trait, plain(value));
            }
        });
        return wire;
    }

    private static List<Object> path(List<Object> place, Object last) {
        List<Object> path = new ArrayList<>(place);
        path.add(last);
        return path;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Widget<?> widget) {
            return MODEL + widget.open();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> plain = new ArrayList<>(list.size());
            list.forEach(each -> plain.add(plain(each)));
            return plain;
        }
        return value;
    }
}
