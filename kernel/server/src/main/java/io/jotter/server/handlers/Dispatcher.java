package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.server.zmq.Headers;
import io.jotter.server.zmq.Message;
import io.jotter.server.zmq.ShellLoop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each request to its handler, on the handler's lane: busy, the handler, idle. A request that asks for a reply
 * gets one, whatever its handler throws.
 */
public final class Dispatcher implements ShellLoop.Receiver, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Map<String, Handler> handlers = new HashMap<>();
    private final Headers headers;
    private final StatusBoard status;
    private final ExecutorService inquiries = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(null, work, "jotter-inquiry", Lane.COMPILERS_STACK);
        thread.setDaemon(true);
        return thread;
    });
    private final ExecutorService debugging = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(null, work, "jotter-debug", 0);
        thread.setDaemon(true);
        return thread;
    });
    private final ExecuteLane executes;

    /** A dispatcher whose handlers work on these parts. */
    public Dispatcher(KernelParts parts, Headers headers) {
        this.headers = headers;
        this.status = new StatusBoard(parts.publisher());
        this.executes = new ExecuteLane(new ExecuteLane.Runner() {
            @Override
            public void run(Request request) {
                handle(request);
            }

            @Override
            public void abort(Request request) {
                Dispatcher.this.abort(request);
            }
        });
        List<Handler> all = Handlers.all(parts, executes::abortWaiting);
        all.forEach(handler -> handlers.put(handler.type(), handler));
        status.starting();
    }

    @Override
    public void received(Message message, ShellLoop from) {
        if (headers.made(message.header())) {
            // signed with the key, for it was published: anyone who reads iopub could hand it in again
            LOG.warn("Passed over a {} that this kernel has sent itself.", message.type());
            return;
        }
        Handler handler = handlers.get(message.type());
        if (handler == null) {
            LOG.warn("Passed over a message of type \"{}\": the kernel does not know it.", message.type());
            return;
        }
        Request request = new Request(message, from, headers);
        switch (handler.lane()) {
            case DIRECT -> handle(request);
            case INQUIRY -> beside(inquiries, request);
            case DEBUG -> beside(debugging, request);
            case EXECUTE -> executes.add(request);
        }
    }

    private void beside(ExecutorService lane, Request request) {
        try {
            lane.execute(() -> handle(request));
        } catch (RejectedExecutionException e) {
            LOG.debug(
                    "Passed over a {}: the kernel is shutting down.",
                    request.message().type());
        }
    }

    private void handle(Request request) {
        Handler handler = handlers.get(request.message().type());
        if (handler == null) {
            throw new IllegalStateException(
                    "no handler for " + request.message().type());
        }
        status.busy(request, handler.lane());
        try {
            handler.handle(request);
            if (request.wantsReply() && !request.isReplied()) {
                throw new IllegalStateException(
                        "The kernel has no answer to a " + request.message().type() + "; this is an error in Jotter.");
            }
        } catch (Throwable e) { // whatever it is, the client waits and the lane must live
            LOG.warn("A {} failed.", request.message().type(), e);
            if (request.wantsReply() && !request.isReplied()) {
                request.reply(ErrorContent.of(e).toReply());
            }
        } finally {
            status.idle(request, handler.lane());
        }
        request.afterIdle().forEach(Runnable::run);
    }

    private void abort(Request request) {
        status.busy(request, Lane.EXECUTE);
        JsonObject content = new JsonObject();
        content.addProperty("status", "aborted");
        request.reply(content);
        status.idle(request, Lane.EXECUTE);
    }

    /** Takes no further request; a running cell is not waited for. */
    @Override
    public void close() {
        executes.close();
        inquiries.shutdownNow();
        debugging.shutdownNow();
    }
}
