package io.jotter.server.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.jotter.api.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovingLinesTests {
    private final List<String> printed = new ArrayList<>();
    private final MovingLines lines = new MovingLines(printed::add);

    @Test
    void theLastThingOnTheScreenIsDrawnOver() {
        lines.displayed(MimeBundle.text("0 %"), "bar");
        lines.updated(MimeBundle.text("50 %"), "bar");
        lines.updated(MimeBundle.text("100 %"), "bar");
        lines.end();

        assertThat(printed).containsExactly("\u001b[1A\r\u001b[J50 %\n", "\u001b[1A\r\u001b[J100 %\n");
    }

    @Test
    void belowWhatWasPrintedTheLastStateComesInTheEnd() {
        lines.displayed(MimeBundle.text("0 %"), "bar");
        lines.somethingElse();
        lines.updated(MimeBundle.text("50 %"), "bar");
        lines.updated(MimeBundle.text("100 %"), "bar");
        assertThat(printed).isEmpty();
        lines.end();

        assertThat(printed).containsExactly("100 %\n");
    }

    @Test
    void severalLinesAreAllDrawnOver() {
        lines.displayed(MimeBundle.text("a\nb\nc"), "table");
        lines.updated(MimeBundle.text("d"), "table");

        assertThat(printed).containsExactly("\u001b[3A\r\u001b[Jd\n");
    }

    @Test
    void aLineThatWouldWrapIsCut() {
        lines.displayed(MimeBundle.text(""), "bar");
        lines.updated(MimeBundle.text("█".repeat(200)), "bar");

        assertThat(printed.get(0)).endsWith("█".repeat(78) + "…\n");
    }

    @Test
    void aPythonClientThatAsksForCompletenessIsATerminalAndJupyterLabIsNone() {
        Terminals terminals = new Terminals();
        JsonObject console = header("a1b2_77_3", "console");
        JsonObject lab = header("6f1c2b64-11aa-4d6d-9f9e-000000000000", "lab");
        assertThat(terminals.has(console)).isFalse();
        terminals.asksForCompleteness(console);
        terminals.asksForCompleteness(lab);

        assertThat(terminals.has(console)).isTrue();
        assertThat(terminals.has(lab)).isFalse();
    }

    private static JsonObject header(String id, String session) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("session", session);
        return header;
    }
}
