package io.jotter.server;

import com.google.gson.JsonObject;
import io.jotter.server.app.KernelProcess;
import io.jotter.server.app.SessionFactory;
import io.jotter.server.handlers.KernelIdentity;
import io.jotter.server.history.CellHistory;
import io.jotter.server.zmq.ConnectionFile;
import io.jotter.testkit.Channel;
import io.jotter.testkit.FakeClient;
import io.jotter.testkit.Received;
import java.util.concurrent.CompletableFuture;

/** A kernel on real sockets, and a client of it. */
public final class TestKernel implements AutoCloseable {
    private static final ConnectionFile ANY_PORTS =
            new ConnectionFile("127.0.0.1", "a secret", "hmac-sha256", 0, 0, 0, 0, 0);
    private final KernelProcess process;
    private final FakeClient client;

    private TestKernel(KernelProcess process) {
        this.process = process;
        this.client = new FakeClient(connection());
    }

    /** One whose session starts like this. */
    public static TestKernel open(SessionFactory sessions) {
        return new TestKernel(
                new KernelProcess(ANY_PORTS, new KernelIdentity("1", "17"), CellHistory.ofThisKernel(), sessions));
    }

    /** One whose session is there. */
    public static TestKernel open(CompletableFuture<ScriptedSession> session) {
        return open(output -> {
            ScriptedSession scripted = new ScriptedSession(output);
            session.complete(scripted);
            return scripted;
        });
    }

    public KernelProcess process() {
        return process;
    }

    public FakeClient client() {
        return client;
    }

    /** What a connection file says of it. */
    public JsonObject connection() {
        ConnectionFile file = process.connection();
        JsonObject json = new JsonObject();
        json.addProperty("ip", file.ip());
        json.addProperty("key", file.key());
        json.addProperty(Channel.SHELL.portName(), file.shellPort());
        json.addProperty(Channel.CONTROL.portName(), file.controlPort());
        json.addProperty(Channel.STDIN.portName(), file.stdinPort());
        json.addProperty(Channel.IOPUB.portName(), file.iopubPort());
        json.addProperty(Channel.HEARTBEAT.portName(), file.heartbeatPort());
        return json;
    }

    /** Sends a cell; the id of the request. */
    public String execute(String code) {
        return execute(code, new JsonObject());
    }

    /** Sends a cell with more in its content. */
    public String execute(String code, JsonObject content) {
        content.addProperty("code", code);
        return client.send(Channel.SHELL, "execute_request", content);
    }

    /** Waits for the answer to a request on shell. */
    public Received reply(String request) {
        return client.reply(Channel.SHELL, request);
    }

    /** Asks on shell and waits for the answer. */
    public Received ask(String type, JsonObject content) {
        return reply(client.send(Channel.SHELL, type, content));
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
