package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.server.magics.Magics;
import io.jotter.wire.Frame;
import io.jotter.wire.Thrown;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a worker shows, and what becomes of it when the worker ends. */
class SessionEventsTests {
    @Test
    void whoseWidgetsHaveGoneIsTold() {
        TestNotebook.Recording output = new TestNotebook.Recording();
        SessionEvents events = events(output);
        events.runs("cell");
        events.comm(new Frame.CommOpen("cell", "id", "jupyter.widget", "{}", "{}", List.of()));
        events.workerGone();
        assertThat(output.text("cell")).contains("widgets have gone").contains("again");
    }

    @Test
    void whatAPageWasConnectedToIsClosedWhenTheWorkerEnds() {
        TestNotebook.Recording output = new TestNotebook.Recording();
        SessionEvents events = events(output);
        events.runs("cell");
        events.comm(new Frame.CommOpen("cell", "id", "target", "{}", "{}", List.of()));
        assertThat(events.openComms()).containsKey("id");
        events.workerGone();
        assertThat(events.openComms()).isEmpty();
        assertThat(output.text("cell")).isEqualTo("open target {}close");
    }

    @Test
    void whatAHandlerThrowsIsExplainedWithAHint() {
        Thrown thrown = new Thrown("java.lang.ArithmeticException", "/ by zero", List.of(), 0, List.of(), null);
        List<String> told = events(new TestNotebook.Recording()).explained(thrown);
        assertThat(told).first().isEqualTo("java.lang.ArithmeticException");
        assertThat(told).last().asString().contains("Hint: ", "cannot be divided by 0");
    }

    private static SessionEvents events(CellOutput output) {
        return new SessionEvents(
                output, new Magics(List.of()), new CellSources(), Path.of("").toAbsolutePath());
    }
}
