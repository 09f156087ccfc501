package io.jotter.server.zmq;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Messages to frames and back: {@code identities… <IDS|MSG> signature header parent metadata content buffers…}. Safe for
 * use by several threads.
 */
public final class MessageCodec {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final TypeAdapter<JsonElement> JSON = new Gson().getAdapter(JsonElement.class);
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    /** As many as Jupyter's own sessions; some 5 MB when all are there. */
    private static final int REMEMBERED_SIGNATURES = 1 << 16;

    private final String algorithm;
    private final byte[] key;
    private final Set<Used> seen = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Used, Boolean> eldest) {
            return size() > REMEMBERED_SIGNATURES;
        }
    });

    /** A signature's first half: it is there to tell two messages apart, not to prove one. */
    private record Used(long first, long second) {
        static Used of(byte[] digest) {
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new Used(bytes.getLong(), bytes.getLong());
        }
    }

    /**
     * @param key the shared secret; empty for messages without a signature
     * @param scheme {@code hmac-} and a hash of the JDK's, as the connection file names it
     * @throws IllegalArgumentException if the JDK does not have that hash
     */
    public MessageCodec(String key, String scheme) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.algorithm = scheme.replace("-", "").toUpperCase(Locale.ROOT).replace("HMAC", "Hmac");
        if (this.key.length > 0) {
            mac(); // an unknown scheme is told at start, not with the first message
        }
    }

    /**
     * Checks the signature, then reads the message.
     *
     * @throws MalformedMessageException if a frame is missing, forged, a repetition, or no JSON object
     */
    public Message decode(List<byte[]> frames) throws MalformedMessageException {
        int delimiter = 0;
        while (delimiter < frames.size() && !MessageDigest.isEqual(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (delimiter == frames.size()) {
            throw new MalformedMessageException("no <IDS|MSG> among its " + frames.size() + " frames");
        }
        if (frames.size() - delimiter < 6) {
            throw new MalformedMessageException("it is cut after " + frames.size() + " frames");
        }
        List<byte[]> signed = frames.subList(delimiter + 2, delimiter + 6);
        // verify before parsing: the bytes are untrusted
        verify(frames.get(delimiter + 1), signed);
        return new Message(
                List.copyOf(frames.subList(0, delimiter)),
                parse("header", signed.get(0)),
                parse("parent header", signed.get(1)),
                parse("metadata", signed.get(2)),
                parse("content", signed.get(3)),
                List.copyOf(frames.subList(delimiter + 6, frames.size())));
    }

    /** The frames of a message, signed. */
    public List<byte[]> encode(Message message) {
        List<byte[]> signed = List.of(
                bytes(message.header()), bytes(message.parent()), bytes(message.metadata()), bytes(message.content()));
        List<byte[]> frames = new ArrayList<>(
                message.identities().size() + 6 + message.buffers().size());
        frames.addAll(message.identities());
        frames.add(DELIMITER);
        frames.add(signature(signed));
        frames.addAll(signed);
        frames.addAll(message.buffers());
        return frames;
    }

    private void verify(byte[] claimed, List<byte[]> signed) throws MalformedMessageException {
        if (key.length == 0) {
            return;
        }
        byte[] expected = digest(signed);
        if (!MessageDigest.isEqual(hex(expected), claimed)) {
            throw new MalformedMessageException("its signature is not of this kernel's key");
        }
        synchronized (seen) {
            if (!seen.add(Used.of(expected))) {
                throw new MalformedMessageException("its signature was used before");
            }
        }
    }

    private byte[] signature(List<byte[]> signed) {
        if (key.length == 0) {
            return new byte[0];
        }
        return hex(digest(signed));
    }

    private byte[] digest(List<byte[]> signed) {
        Mac mac = mac();
        signed.forEach(mac::update);
        return mac.doFinal();
    }

    private static byte[] hex(byte[] digest) {
        byte[] hex = new byte[digest.length * 2];
        for (int i = 0; i < digest.length; i++) {
            hex[2 * i] = (byte) HEX[(digest[i] >> 4) & 0xf];
            hex[2 * i + 1] = (byte) HEX[digest[i] & 0xf];
        }
        return hex;
    }

    // a new one each time: a Mac is not thread-safe, and one costs about a microsecond
    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "Messages cannot be signed with " + algorithm + ". Use the signature scheme hmac-sha256.", e);
        }
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String part, byte[] bytes) throws MalformedMessageException {
        try {
            // a decoder of one's own reports what the String's constructor would quietly replace
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("its " + part + " is no UTF-8", e);
        }
    }

    private static JsonObject parse(String part, byte[] bytes) throws MalformedMessageException {
        JsonReader reader = new JsonReader(new StringReader(text(part, bytes)));
        // bare words are refused, half of a surrogate pair is not: a page may well send one, and waits for an answer
        reader.setStrictness(Strictness.LEGACY_STRICT);
        try {
            JsonElement element = JSON.read(reader);
            if (element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException | IllegalStateException | IOException e) {
            throw new MalformedMessageException("its " + part + " is no JSON: " + e.getMessage(), e);
        }
        throw new MalformedMessageException("its " + part + " is not one JSON object");
    }
}
