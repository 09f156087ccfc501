package io.jotter.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.jotter.server.ScriptedSession;
import io.jotter.server.TestKernel;
import io.jotter.testkit.Channel;
import io.jotter.testkit.FakeClient;
import io.jotter.testkit.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A kernel from its first breath to its last. */
@Timeout(30)
class KernelProcessTests {
    private static final JsonObject NOTHING = new JsonObject();

    @Test
    void whoItIsIsAnsweredBeforeTheSessionIsThere() {
        CountDownLatch never = new CountDownLatch(1);
        try (TestKernel kernel = TestKernel.open(output -> {
            never.await();
            throw new IOException("the test is over");
        })) {
            assertThat(kernel.ask("kernel_info_request", NOTHING).text("status"))
                    .isEqualTo("ok");
            String onControl = kernel.client().send(Channel.CONTROL, "kernel_info_request", NOTHING);
            assertThat(kernel.client().reply(Channel.CONTROL, onControl).text("implementation"))
                    .isEqualTo("jotter");
            never.countDown();
        }
    }

    @Test
    void cellsThatComeBeforeTheSessionWaitForItInTheirOrder() {
        CountDownLatch gate = new CountDownLatch(1);
        try (TestKernel kernel = TestKernel.open(output -> {
            gate.await();
            return new ScriptedSession(output);
        })) {
            String first = kernel.execute("1");
            String second = kernel.execute("2");
            kernel.ask("kernel_info_request", NOTHING);
            gate.countDown();
            assertThat(kernel.reply(first).content().get("execution_count").getAsInt())
                    .isEqualTo(1);
            assertThat(kernel.reply(second).content().get("execution_count").getAsInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void theFirstCellShowsWhyASessionCouldNotStart() {
        try (TestKernel kernel = TestKernel.open(output -> {
            throw new IOException("The worker's jar is gone. Install the kernel again.");
        })) {
            String cell = kernel.execute("1 + 1");
            Received error = kernel.client().published("error", cell);
            assertThat(error.text("evalue")).contains("The worker's jar is gone. Install the kernel again.");
            assertThat(kernel.reply(cell).text("status")).isEqualTo("error");
            assertThat(kernel.ask("kernel_info_request", NOTHING).text("status"))
                    .isEqualTo("ok");
            assertThat(kernel.ask("complete_request", NOTHING).text("evalue")).contains("jar is gone");
        }
    }

    @Test
    void aSessionThatDoesNotEndHoldsUpTheEndForABoundedTimeOnly() {
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<ScriptedSession> session = new CompletableFuture<>();
        TestKernel kernel = TestKernel.open(session);
        ScriptedSession scripted = session.join();
        scripted.onClose(() -> await(never));
        scripted.when("hang", cell -> {
            await(never);
            return ScriptedSession.value("late");
        });
        kernel.client().published("execute_input", kernel.execute("hang"));
        // the time limit of the test is the assertion
        kernel.close();
        never.countDown();
    }

    @Test
    void aSessionThatStillStartsHoldsUpTheEndForABoundedTimeOnly() {
        CountDownLatch never = new CountDownLatch(1);
        TestKernel.open(output -> {
                    never.await();
                    throw new IOException("the test is over");
                })
                .close();
        never.countDown();
    }

    @Test
    void theSessionIsEndedWithTheKernel() {
        CompletableFuture<ScriptedSession> session = new CompletableFuture<>();
        CompletableFuture<String> ended = new CompletableFuture<>();
        try (TestKernel kernel = TestKernel.open(session)) {
            session.join().onClose(() -> ended.complete("ended"));
            assertThat(kernel.ask("kernel_info_request", NOTHING).text("status"))
                    .isEqualTo("ok");
        }
        assertThat(ended).isCompletedWithValue("ended");
    }

    @Test
    void aShutdownIsAnsweredToldToEveryClientAndLeftToWhoRunsTheKernel() {
        try (TestKernel kernel = TestKernel.open(new CompletableFuture<>());
                FakeClient other = new FakeClient(kernel.connection())) {
            JsonObject content = new JsonObject();
            content.addProperty("restart", true);
            String request = kernel.client().send(Channel.CONTROL, "shutdown_request", content);
            assertThat(kernel.client()
                            .reply(Channel.CONTROL, request)
                            .content()
                            .get("restart")
                            .getAsBoolean())
                    .isTrue();
            assertThat(other.published("shutdown_reply", request).text("status"))
                    .isEqualTo("ok");
            assertThat(kernel.process().shutdown().join()).isTrue();
        }
    }

    @Test
    void theHeartBeatsWhileACellRuns() throws InterruptedException {
        CompletableFuture<ScriptedSession> session = new CompletableFuture<>();
        try (TestKernel kernel = TestKernel.open(session)) {
            ScriptedSession.Gate gate = session.join().gate("work", ScriptedSession.value(""));
            String cell = kernel.execute("work");
            gate.awaitEntered();
            for (String beat : new String[] {"ping", "", "a longer beat ".repeat(1_000)}) {
                byte[] bytes = beat.getBytes(StandardCharsets.UTF_8);
                assertThat(kernel.client().beat(bytes)).isEqualTo(bytes);
            }
            gate.open();
            kernel.reply(cell);
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
