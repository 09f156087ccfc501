package io.jotter.server.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class DisplacedCellsTests {
    private final DisplacedCells cells = new DisplacedCells();

    private static JsonObject metadata(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    @Test
    void aRunDisplacesTheSameCellsRunBefore() {
        cells.runs("run-1", metadata("{cellId: a}"));
        cells.runs("run-2", metadata("{cellId: b}"));
        cells.runs("run-3", metadata("{cellId: a}"));
        assertThat(cells.by("run-2")).isEmpty();
        assertThat(cells.by("run-3")).containsExactly("run-1");
        assertThat(cells.by("run-3")).isEmpty();
    }

    @Test
    void itDisplacesWhatWasDeletedMeanwhile() {
        cells.runs("run-1", metadata("{cellId: a}"));
        cells.runs("run-2", metadata("{cellId: b, deletedCells: [a, never-run]}"));
        assertThat(cells.by("run-2")).containsExactly("run-1");
    }

    @Test
    void aClientThatDoesNotNameItsCellsDisplacesNothing() {
        cells.runs("run-1", metadata("{}"));
        cells.runs("run-2", metadata("{cellId: null, deletedCells: 1}"));
        assertThat(cells.by("run-2")).isEmpty();
    }
}
