package io.jotter.server.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.jotter.server.ScriptedSession;
import io.jotter.server.TestKernel;
import io.jotter.testkit.Channel;
import io.jotter.testkit.Received;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cell asks, and the one who runs it answers. */
@Timeout(60)
class StdinChannelTests {
    private TestKernel kernel;
    private ScriptedSession session;

    @BeforeEach
    void open() {
        CompletableFuture<ScriptedSession> started = new CompletableFuture<>();
        kernel = TestKernel.open(started);
        session = started.join();
        session.when("ask", cell -> ScriptedSession.value(session.output().input(cell, "name?", false)));
        session.when("secret", cell -> ScriptedSession.value(session.output().input(cell, "key?", true)));
    }

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void theAnswerIsTheCells() {
        String cell = askingCell("ask", true);
        Received question = question();
        assertThat(question.text("prompt")).isEqualTo("name?");
        assertThat(question.content().get("password").getAsBoolean()).isFalse();
        assertThat(question.parentId()).isEqualTo(cell);
        answer("Ada 😀", question.header());
        assertThat(result(cell)).isEqualTo("Ada 😀");
    }

    @Test
    void aPasswordIsAskedForAsOne() {
        String cell = askingCell("secret", true);
        Received question = question();
        assertThat(question.content().get("password").getAsBoolean()).isTrue();
        answer("hidden", question.header());
        assertThat(result(cell)).isEqualTo("hidden");
    }

    @Test
    void anAnswerWithoutAParentIsForTheQuestionThatHasWaitedLongest() {
        String cell = askingCell("ask", true);
        question();
        answer("from an old client", new JsonObject());
        assertThat(result(cell)).isEqualTo("from an old client");
    }

    @Test
    void aClientThatTakesNoInputIsNotAsked() {
        String cell = askingCell("ask", false);
        assertThat(kernel.reply(cell).text("evalue"))
                .contains("There is no one to ask")
                .contains("in the code instead");
        assertThat(kernel.client().left(Channel.STDIN)).isEmpty();
    }

    @Test
    void anInterruptEndsTheWaitAndALateAnswerIsNobodys() {
        String cell = askingCell("ask", true);
        Received question = question();
        String interrupt = kernel.client().send(Channel.CONTROL, "interrupt_request", new JsonObject());
        kernel.client().reply(Channel.CONTROL, interrupt);
        assertThat(kernel.reply(cell).text("evalue")).contains("interrupted");
        answer("too late", question.header());
        String next = askingCell("ask", true);
        answer("in time", question().header());
        assertThat(result(next)).isEqualTo("in time");
    }

    @Test
    void afterItsEndACellAsksNobody() {
        List<String> name = new java.util.concurrent.CopyOnWriteArrayList<>();
        session.when("begin", cell -> {
            name.add(cell);
            return ScriptedSession.value("");
        });
        kernel.reply(askingCell("begin", true));
        // the reply goes out from within the run; its idle comes after
        assertThat(kernel.reply(kernel.execute("next")).text("status")).isEqualTo("ok");
        assertThatThrownBy(() -> session.output().input(name.get(0), "?", false))
                .hasMessageContaining("the cell that asks for input has ended");
    }

    private String askingCell(String code, boolean allowed) {
        JsonObject content = new JsonObject();
        content.addProperty("allow_stdin", allowed);
        return kernel.execute(code, content);
    }

    private Received question() {
        return kernel.client()
                .await(Channel.STDIN, message -> message.type().equals("input_request"), "an input_request");
    }

    private void answer(String value, JsonObject parent) {
        JsonObject content = new JsonObject();
        content.addProperty("value", value);
        kernel.client().send(Channel.STDIN, "input_reply", content, parent, List.of());
    }

    private String result(String cell) {
        return kernel.client()
                .published("execute_result", cell)
                .content()
                .getAsJsonObject("data")
                .get("text/plain")
                .getAsString();
    }
}
