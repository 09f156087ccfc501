package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.wire.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a worker shows, and what becomes of it when the worker ends. */
class SessionEventsTests {
    @Test
    void whoseWidgetsHaveGoneIsTold() {
        TestNotebook.Recording output = new TestNotebook.Recording();
        SessionEvents events =
                new SessionEvents(output, new io.jotter.server.magics.Magics(List.of()), new CellSources());
        events.runs("cell");
        events.comm(new Frame.CommOpen("cell", "id", "jupyter.widget", "{}", "{}", List.of()));
        events.workerGone();
        assertThat(output.text("cell")).contains("widgets have gone").contains("again");
    }

    @Test
    void whatAPageWasConnectedToIsClosedWhenTheWorkerEnds() {
        TestNotebook.Recording output = new TestNotebook.Recording();
        SessionEvents events =
                new SessionEvents(output, new io.jotter.server.magics.Magics(List.of()), new CellSources());
        events.runs("cell");
        events.comm(new Frame.CommOpen("cell", "id", "target", "{}", "{}", List.of()));
        assertThat(events.openComms()).containsKey("id");
        events.workerGone();
        assertThat(events.openComms()).isEmpty();
        assertThat(output.text("cell")).isEqualTo("open target {}close");
    }
}
