package io.jotter.server.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.jotter.server.ScriptedSession;
import io.jotter.server.TestKernel;
import io.jotter.testkit.Channel;
import io.jotter.testkit.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cells, their queue, and what a failure does to those behind it. */
@Timeout(60)
class ExecuteHandlerTests {
    private TestKernel kernel;
    private ScriptedSession session;

    @BeforeEach
    void open() {
        CompletableFuture<ScriptedSession> started = new CompletableFuture<>();
        kernel = TestKernel.open(started);
        session = started.join();
        session.when("fail", cell -> ScriptedSession.failure("as asked"));
    }

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void aCellIsShownInOrder() {
        session.when("print", cell -> {
            session.output().stream(cell, "stdout", "printed");
            return ScriptedSession.value("a value");
        });
        String cell = kernel.execute("print");
        assertThat(kernel.client().publishedUntilIdle(cell))
                .extracting(Received::summary)
                .containsExactly("busy", "execute_input", "stream", "execute_result", "idle");
        assertThat(kernel.reply(cell).metadata().has("started")).isTrue();
    }

    @Test
    void outputOfAThreadThatLivesOnStaysUnderItsCell() {
        List<String> name = new ArrayList<>();
        session.when("start", cell -> {
            name.add(cell);
            return ScriptedSession.value("");
        });
        String starter = kernel.execute("start");
        kernel.reply(starter);
        kernel.client().publishedUntilIdle(starter);
        session.output().stream(name.get(0), "stdout", "late");
        assertThat(kernel.client().published("stream", starter).text("text")).isEqualTo("late");
    }

    @Test
    void countsGoUpWithTheHistoryOnly() {
        JsonObject unstored = new JsonObject();
        unstored.addProperty("store_history", false);
        JsonObject silent = new JsonObject();
        silent.addProperty("silent", true);
        assertThat(count(kernel.execute("a"))).isEqualTo(1);
        assertThat(count(kernel.execute("b", unstored))).isEqualTo(1);
        String quiet = kernel.execute("c", silent);
        assertThat(count(quiet)).isEqualTo(1);
        assertThat(kernel.client().publishedUntilIdle(quiet))
                .extracting(Received::summary)
                .containsExactly("busy", "idle");
        assertThat(count(kernel.execute("  \n"))).isEqualTo(1);
        assertThat(count(kernel.execute("d"))).isEqualTo(2);
    }

    @Test
    void eachUserExpressionHasAResultOfItsOwn() {
        JsonObject asked = new JsonObject();
        JsonObject expressions = new JsonObject();
        expressions.addProperty("good", "20 + 3");
        expressions.addProperty("wrong", "bad");
        asked.add("user_expressions", expressions);
        JsonObject results = kernel.reply(kernel.execute("1", asked)).content().getAsJsonObject("user_expressions");
        assertThat(results.getAsJsonObject("good")
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .isEqualTo("20 + 3");
        assertThat(results.getAsJsonObject("wrong").get("status").getAsString()).isEqualTo("error");
    }

    @Test
    void aFailureAbortsWhatWaitsBehindItAndNothingThatIsSentInKnowledgeOfIt() throws InterruptedException {
        ScriptedSession.Gate gate = session.gate("slow failure", ScriptedSession.failure("late"));
        String failing = kernel.execute("slow failure");
        gate.awaitEntered();
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(kernel.execute("waits " + i));
        }
        kernel.ask("kernel_info_request", new JsonObject());
        gate.open();
        assertThat(kernel.reply(failing).text("ename")).isEqualTo("Oops");
        String later = kernel.execute("sent after the answer");
        for (String each : waiting) {
            assertThat(kernel.reply(each).text("status")).isEqualTo("aborted");
            assertThat(kernel.client().publishedUntilIdle(each))
                    .extracting(Received::summary)
                    .containsExactly("busy", "idle");
        }
        assertThat(kernel.reply(later).text("status")).isEqualTo("ok");
        assertThat(session.executed()).containsExactly("slow failure", "sent after the answer");
    }

    @Test
    void whatIsStillUnreadInTheSocketIsAbortedToo() throws InterruptedException {
        ScriptedSession.Gate failure = session.gate("slow failure", ScriptedSession.failure("late"));
        String failing = kernel.execute("slow failure");
        failure.awaitEntered();
        // what is answered on the loop's own thread keeps it from reading on
        ScriptedSession.Gate reading = session.gate("never a cell", ScriptedSession.value(""));
        session.onInterrupt(reading::pass);
        String held = kernel.client().send(Channel.SHELL, "interrupt_request", new JsonObject());
        reading.awaitEntered();
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            unread.add(kernel.execute("unread " + i));
        }
        // both sides' sockets share a thread each: after two beats the cells have crossed
        kernel.client().beat(new byte[] {1});
        kernel.client().beat(new byte[] {2});
        failure.open();
        kernel.client().published("error", failing);
        reading.open();
        kernel.reply(held);
        assertThat(kernel.reply(failing).text("status")).isEqualTo("error");
        for (String each : unread) {
            assertThat(kernel.reply(each).text("status")).isEqualTo("aborted");
        }
        assertThat(session.executed()).containsExactly("slow failure");
    }

    @Test
    void withoutStopOnErrorTheQueueGoesOn() throws InterruptedException {
        ScriptedSession.Gate gate = session.gate("slow failure", ScriptedSession.failure("late"));
        JsonObject goOn = new JsonObject();
        goOn.addProperty("stop_on_error", false);
        String failing = kernel.execute("slow failure", goOn);
        gate.awaitEntered();
        String next = kernel.execute("next");
        kernel.ask("kernel_info_request", new JsonObject());
        gate.open();
        assertThat(kernel.reply(failing).text("status")).isEqualTo("error");
        assertThat(kernel.reply(next).text("status")).isEqualTo("ok");
    }

    @Test
    void anErrorOfTheKernelsOwnIsSeenUnderTheCell() {
        session.when("broken", cell -> {
            throw new StackOverflowError("deep inside");
        });
        String cell = kernel.execute("broken");
        assertThat(kernel.client().published("error", cell).text("evalue")).isEqualTo("deep inside");
        assertThat(kernel.reply(cell).text("status")).isEqualTo("error");
        assertThat(kernel.reply(kernel.execute("next")).text("status")).isEqualTo("ok");
    }

    private int count(String cell) {
        return kernel.reply(cell).content().get("execution_count").getAsInt();
    }
}
