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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server takes the last status for the kernel's. */
@Timeout(60)
class StatusBoardTests {
    @Test
    void afterTheIdleOfAnOverlappingRequestTheRunningCellIsBusyAgain() throws InterruptedException {
        CompletableFuture<ScriptedSession> session = new CompletableFuture<>();
        try (TestKernel kernel = TestKernel.open(session)) {
            ScriptedSession.Gate gate = session.join().gate("train", ScriptedSession.value(""));
            String cell = kernel.execute("train");
            gate.awaitEntered();
            String inquiry = kernel.client().send(Channel.SHELL, "complete_request", new JsonObject());
            kernel.reply(inquiry);
            String onControl = kernel.client().send(Channel.CONTROL, "kernel_info_request", new JsonObject());
            kernel.client().reply(Channel.CONTROL, onControl);
            List<String> states = new ArrayList<>();
            // the cell's own busy, one for each inquiry and the cell's again after it
            while (states.size() < 7) {
                Received status = kernel.client()
                        .await(Channel.IOPUB, message -> message.type().equals("status"), "a status");
                if (!status.summary().equals("starting")) {
                    states.add(status.summary() + (status.parentId().equals(cell) ? " cell" : " other"));
                }
            }
            assertThat(states)
                    .containsExactly(
                            "busy cell",
                            "busy other",
                            "idle other",
                            "busy cell",
                            "busy other",
                            "idle other",
                            "busy cell");
            gate.open();
            kernel.reply(cell);
            assertThat(kernel.client()
                            .await(Channel.IOPUB, message -> message.type().equals("status"), "the end")
                            .summary())
                    .isEqualTo("idle");
        }
    }
}
