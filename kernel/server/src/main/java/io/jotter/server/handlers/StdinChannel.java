package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.server.zmq.Headers;
import io.jotter.server.zmq.Message;
import io.jotter.server.zmq.ShellLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the client that runs a cell for a line, and hands the answer to the thread that waits for it. */
public final class StdinChannel implements ShellLoop.Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(StdinChannel.class);

    private final ShellLoop loop;
    private final Headers headers;
    // by the id of the input_request, oldest first; guarded by itself
    private final Map<String, Question> open = new LinkedHashMap<>();

    private record Question(String askedBy, CompletableFuture<String> answer) {}

    private record InputRequest(String prompt, boolean password) implements Content {
        @Override
        public JsonObject toJson() {
            JsonObject content = new JsonObject();
            content.addProperty("prompt", prompt);
            content.addProperty("password", password);
            return content;
        }
    }

    public StdinChannel(ShellLoop loop, Headers headers) {
        this.loop = loop;
        this.headers = headers;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param cell the execute request whose client is asked
     * @throws IOException if the wait was ended by an interrupt, or by the end of the cell
     */
    String ask(Message cell, String prompt, boolean password) throws IOException {
        Message question =
                headers.reply(cell, "input_request", new InputRequest(prompt, password).toJson(), new JsonObject());
        CompletableFuture<String> answer = new CompletableFuture<>();
        synchronized (open) {
            open.put(question.id(), new Question(cell.id(), answer));
        }
        loop.send(question);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The wait for input was interrupted.", e);
        } finally {
            synchronized (open) {
                open.remove(question.id());
            }
        }
    }

    @Override
    public void received(Message message, ShellLoop from) {
        if (!message.type().equals("input_reply")) {
            LOG.warn("Passed over a message of type \"{}\" on stdin.", message.type());
            return;
        }
        Question question = questionFor(message);
        if (question == null) {
            LOG.warn("Passed over an input_reply to a question that is no longer open.");
            return;
        }
        question.answer().complete(Json.text(message.content(), "value", ""));
    }

    /** Ends every wait. */
    public void interrupt() {
        endAll("The wait for input was interrupted.");
    }

    void endAll(String why) {
        fail(null, why);
    }

    /** Ends the waits of a cell that has ended: its client no longer looks for questions. */
    void cellEnded(Message cell) {
        fail(cell.id(), "The cell that asked for input has ended.");
    }

    private void fail(@Nullable String cell, String why) {
        List<Question> failed = new ArrayList<>();
        synchronized (open) {
            for (Question question : open.values()) {
                if (cell == null || question.askedBy().equals(cell)) {
                    failed.add(question);
                }
            }
        }
        failed.forEach(question -> question.answer().completeExceptionally(new IOException(why)));
    }

    private @Nullable Question questionFor(Message reply) {
        synchronized (open) {
            // jupyter_client's input() sends no parent: its answer is for the question that has waited longest
            return reply.parentId().isEmpty()
                    ? open.values().stream().findFirst().orElse(null)
                    : open.get(reply.parentId());
        }
    }
}
