package io.jotter.server.handlers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose output a run takes from the page: that of the same cell's run before, and of the cells that were deleted meanwhile.
 * JupyterLab says both in the request's metadata, by ids of its own; a client that does not displaces nothing.
 */
final class DisplacedCells {
    /** Cells of a page, and runs whose answer nobody has fetched. */
    private static final int REMEMBERED = 4096;

    // both guarded by this
    private final Map<String, String> runs = remembering();
    private final Map<String, List<String>> displaced = remembering();

    private static <T> Map<String, T> remembering() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** A run of this name begins. */
    synchronized void runs(String run, JsonObject metadata) {
        List<String> gone = new ArrayList<>();
        if (metadata.get("deletedCells") instanceof JsonArray deleted) {
            for (JsonElement id : deleted) {
                addIfKnown(gone, runs.remove(text(id)));
            }
        }
        String cell = text(metadata.get("cellId"));
        if (!cell.isEmpty()) {
            addIfKnown(gone, runs.put(cell, run));
        }
        if (!gone.isEmpty()) {
            displaced.put(run, gone);
        }
    }

    /** The runs whose output it takes away; told once. */
    synchronized List<String> by(String run) {
        List<String> gone = displaced.remove(run);
        return gone == null ? List.of() : gone;
    }

    private static void addIfKnown(List<String> gone, @Nullable String run) {
        if (run != null) {
            gone.add(run);
        }
    }

    private static String text(@Nullable JsonElement id) {
        return id != null && id.isJsonPrimitive() ? id.getAsString() : "";
    }
}
