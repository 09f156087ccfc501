package io.jotter.server.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.jotter.server.ScriptedSession;
import io.jotter.server.TestKernel;
import io.jotter.testkit.Channel;
import io.jotter.testkit.Received;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in: busy, an answer, idle; and the next is read. */
@Timeout(60)
class DispatcherTests {
    private static final JsonObject NOTHING = new JsonObject();
    private final CompletableFuture<ScriptedSession> session = new CompletableFuture<>();
    private TestKernel kernel;

    @BeforeEach
    void open() {
        kernel = TestKernel.open(session);
    }

    @AfterEach
    void close() {
        kernel.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kernel_info_request",
                "execute_request",
                "complete_request",
                "inspect_request",
                "is_complete_request",
                "history_request",
                "comm_info_request",
                "interrupt_request",
                "debug_request"
            })
    void everyRequestIsAnsweredBetweenBusyAndIdleAlsoOneWithNothingInIt(String type) {
        String request = kernel.client().send(Channel.SHELL, type, NOTHING);
        assertThat(kernel.reply(request).type()).isEqualTo(type.replace("_request", "_reply"));
        assertFramed(kernel.client().publishedUntilIdle(request));
    }

    @Test
    void aHandlerThatThrowsIsAnErrorToTheClientAndNoEndToTheKernel() {
        JsonObject content = new JsonObject();
        content.addProperty("code", "throw");
        content.addProperty("cursor_pos", 5);
        String request = kernel.client().send(Channel.SHELL, "complete_request", content);
        Received reply = kernel.reply(request);
        assertThat(reply.text("status")).isEqualTo("error");
        assertThat(reply.text("evalue")).isEqualTo("an error of the kernel's own");
        assertFramed(kernel.client().publishedUntilIdle(request));
        content.addProperty("code", "fine");
        assertThat(kernel.ask("complete_request", content).text("status")).isEqualTo("ok");
    }

    @Test
    void aContentOfTheWrongShapeIsAnsweredToo() {
        JsonObject content = new JsonObject();
        content.add("code", new JsonObject());
        content.addProperty("cursor_pos", "nowhere");
        content.addProperty("user_expressions", 1);
        for (String type : List.of("execute_request", "complete_request", "inspect_request", "history_request")) {
            assertThat(kernel.ask(type, content).text("status")).isIn("ok", "error");
        }
    }

    @Test
    void aMessageWithoutAnAnswerIsFramedAllTheSame() {
        JsonObject content = new JsonObject();
        content.addProperty("comm_id", "c1");
        String message = kernel.client().send(Channel.SHELL, "comm_close", content);
        assertFramed(kernel.client().publishedUntilIdle(message));
        assertThat(session.join().executed()).containsExactly("comm_close c1");
    }

    @Test
    void whatIsUnknownIsPassedOver() {
        String unknown = kernel.client().send(Channel.SHELL, "no_such_request", NOTHING);
        String known = kernel.client().send(Channel.SHELL, "kernel_info_request", NOTHING);
        kernel.reply(known);
        kernel.client().publishedUntilIdle(known);
        assertThat(kernel.client().left(Channel.SHELL)).isEmpty();
        assertThat(kernel.client().left(Channel.IOPUB))
                .noneMatch(message -> message.parentId().equals(unknown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHELL", "CONTROL", "STDIN"})
    void forgedAndMalformedFramesAreDroppedAndTheNextIsRead(Channel channel) {
        String header = kernel.client().header("execute_request").toString();
        String cell = "{\"code\": \"forged\"}";
        List<byte[]> forged = kernel.client().frames(header, "{}", "{}", cell);
        forged.set(1, "0".repeat(64).getBytes(StandardCharsets.US_ASCII));
        kernel.client().sendFrames(channel, forged);
        kernel.client().sendFrames(channel, List.of(new byte[] {1, 2, 3}));
        kernel.client().sendFrames(channel, kernel.client().frames(header, "{}", "{}", "no JSON"));
        kernel.client().sendFrames(channel, kernel.client().frames("[]", "{}", "{}", cell));
        kernel.client().sendFrames(channel, kernel.client().frames("{}", "{}", "{}", cell));
        kernel.client().sendFrames(channel, forged.subList(0, 4));
        String request = kernel.execute("good");
        assertThat(kernel.reply(request).text("status")).isEqualTo("ok");
        String onControl = kernel.client().send(Channel.CONTROL, "kernel_info_request", NOTHING);
        assertThat(kernel.client().reply(Channel.CONTROL, onControl).text("status"))
                .isEqualTo("ok");
        assertThat(session.join().executed()).containsExactly("good");
    }

    @Test
    void aRequestThatIsSentAgainByAnotherIsNotRunAgain() {
        List<byte[]> frames = kernel.client()
                .frames(kernel.client().header("execute_request").toString(), "{}", "{}", "{\"code\": \"once\"}");
        kernel.client().sendFrames(Channel.SHELL, frames);
        kernel.client().sendFrames(Channel.SHELL, frames);
        kernel.reply(kernel.execute("after"));
        assertThat(session.join().executed()).containsExactly("once", "after");
    }

    private static void assertFramed(List<Received> published) {
        assertThat(published.get(0).summary()).isEqualTo("busy");
        assertThat(published.get(published.size() - 1).summary()).isEqualTo("idle");
    }
}
