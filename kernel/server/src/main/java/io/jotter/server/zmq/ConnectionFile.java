package io.jotter.server.zmq;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a client tells a kernel by the file named on its command line.
 *
 * @param ip the address to listen on
 * @param key the secret that signs every message; empty for none
 * @param signatureScheme for example {@code hmac-sha256}
 * @param shellPort like every port here, 0 for one that the system picks
 */
public record ConnectionFile(
        String ip,
        String key,
        String signatureScheme,
        int shellPort,
        int controlPort,
        int stdinPort,
        int iopubPort,
        int heartbeatPort) {

    /**
     * Reads one.
     *
     * @throws IOException if the file cannot be read or is none; the message says what is wrong with it
     */
    public static ConnectionFile read(Path file) throws IOException {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new IOException("The connection file " + file + " cannot be read: it is not there.", e);
        } catch (IOException e) {
            throw new IOException("The connection file " + file + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException("The connection file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Reads one from its text.
     *
     * @throws IllegalArgumentException if it is none, or asks for a transport other than {@code tcp}
     */
    public static ConnectionFile parse(String json) {
        JsonObject object;
        try {
            object = JsonParser.parseString(json).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new IllegalArgumentException("it is not a JSON object.", e);
        }
        String transport = text(object, "transport", "tcp");
        if (!transport.equals("tcp")) {
            throw new IllegalArgumentException("its transport is \"" + transport
                    + "\", but Jotter listens on tcp only. Set \"KernelManager.transport\" to \"tcp\".");
        }
        return new ConnectionFile(
                text(object, "ip", "127.0.0.1"),
                text(object, "key", ""),
                text(object, "signature_scheme", "hmac-sha256"),
                port(object, "shell_port"),
                port(object, "control_port"),
                port(object, "stdin_port"),
                port(object, "iopub_port"),
                port(object, "hb_port"));
    }

    /** Where to bind a socket of this port. */
    public String address(int port) {
        return "tcp://" + ip + ":" + (port == 0 ? "*" : Integer.toString(port));
    }

    private static String text(JsonObject object, String name, String otherwise) {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return otherwise;
        }
        if (!value.isJsonPrimitive()) {
            throw new IllegalArgumentException("\"" + name + "\" must be text.");
        }
        return value.getAsString();
    }

    private static int port(JsonObject object, String name) {
        String value = text(object, name, "");
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers that are no ports
        }
        throw new IllegalArgumentException("\"" + name + "\" must be a port, not \"" + value + "\".");
    }

    /** Without the key, so that it never gets into a log. */
    @Override
    public String toString() {
        return "ConnectionFile[" + ip + ", shell " + shellPort + ", control " + controlPort + ", stdin " + stdinPort
                + ", iopub " + iopubPort + ", heartbeat " + heartbeatPort + "]";
    }
}
