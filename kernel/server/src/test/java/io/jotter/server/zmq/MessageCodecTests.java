package io.jotter.server.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is read of a message that was not signed with the kernel's key. */
class MessageCodecTests {
    private static final int SIGNATURE = 2;
    private final MessageCodec codec = new MessageCodec("a secret", "hmac-sha256");

    @Test
    void aMessageIsReadAsItWasWritten() throws MalformedMessageException {
        Message message = new Message(
                List.of(bytes("client")),
                new Headers().next("execute_request"),
                new JsonObject(),
                new JsonObject(),
                content("Ünï 😀"),
                List.of(new byte[] {0, -1}, new byte[0]));
        Message read = codec.decode(codec.encode(message));
        assertThat(read).usingRecursiveComparison().isEqualTo(message);
        assertThat(read.type()).isEqualTo("execute_request");
    }

    @Test
    void itIsSignedAsTheProtocolSays() {
        // HMAC-SHA256 with the key "key" over "{}{}{}{}", worked out by Python's hmac module
        List<byte[]> frames = new MessageCodec("key", "hmac-sha256")
                .encode(new Message(
                        List.of(), new JsonObject(), new JsonObject(), new JsonObject(), new JsonObject(), List.of()));
        assertThat(new String(frames.get(1), StandardCharsets.US_ASCII))
                .isEqualTo("ca767b02c5bc061ed184a9a029e7f93a7f2f7ed4e8fe74120fc1212f0b008fa3");
    }

    @Test
    void aChangeOfAnySignedByteIsSeen() {
        List<byte[]> frames = frames();
        for (int frame = SIGNATURE; frame < SIGNATURE + 5; frame++) {
            for (int at = 0; at < frames.get(frame).length; at++) {
                List<byte[]> forged = copy(frames);
                forged.get(frame)[at] ^= 1;
                assertThatThrownBy(() -> codec.decode(forged))
                        .isInstanceOf(MalformedMessageException.class)
                        .hasMessageContaining("signature");
            }
        }
    }

    @Test
    void aSignatureThatIsMissingShortOrOfAnotherKeyIsRefused() {
        for (String claimed : List.of("", "0", "zz".repeat(32))) {
            List<byte[]> forged = frames();
            forged.set(SIGNATURE, bytes(claimed));
            assertThatThrownBy(() -> codec.decode(forged))
                    .hasMessageContaining("signature is not of this kernel's key");
        }
        List<byte[]> others = new ArrayList<>(new MessageCodec("another", "hmac-sha256").encode(message()));
        assertThatThrownBy(() -> codec.decode(others)).hasMessageContaining("signature is not of this kernel's key");
    }

    @Test
    void theSignatureIsCheckedBeforeAnythingIsParsed() {
        List<byte[]> forged = frames();
        forged.set(SIGNATURE + 1, bytes("{ no JSON"));
        assertThatThrownBy(() -> codec.decode(forged)).hasMessageContaining("signature");
    }

    @Test
    void aMessageThatComesTwiceIsRefusedTheSecondTime() throws MalformedMessageException {
        List<byte[]> frames = frames();
        codec.decode(frames);
        assertThatThrownBy(() -> codec.decode(frames)).hasMessageContaining("used before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "1", "\"text\"", "{a: 1}", "{} {}", "{}x", "\0"})
    void aSignedPartThatIsNotOneJsonObjectIsRefused(String part) {
        MessageCodec unsigned = new MessageCodec("", "hmac-sha256");
        for (int frame = SIGNATURE + 1; frame < SIGNATURE + 5; frame++) {
            List<byte[]> frames = copy(unsigned.encode(message()));
            frames.set(frame, bytes(part));
            assertThatThrownBy(() -> unsigned.decode(frames))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining("JSON");
        }
    }

    @Test
    void whatIsNestedTooDeepIsRefusedAndEndsNothing() {
        MessageCodec unsigned = new MessageCodec("", "hmac-sha256");
        List<byte[]> frames = copy(unsigned.encode(message()));
        frames.set(SIGNATURE + 4, bytes("{\"a\":".repeat(200_000)));
        assertThatThrownBy(() -> unsigned.decode(frames)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void framesThatAreMissingAreCounted() {
        assertThatThrownBy(() -> codec.decode(List.of())).hasMessageContaining("no <IDS|MSG>");
        assertThatThrownBy(() -> codec.decode(List.of(bytes("client")))).hasMessageContaining("no <IDS|MSG>");
        for (int length = 2; length < 7; length++) {
            List<byte[]> cut = frames().subList(0, length);
            assertThatThrownBy(() -> codec.decode(cut)).hasMessageContaining("cut");
        }
    }

    @Test
    void aPartThatIsNoUtf8IsRefusedAndNotGuessedAt() {
        MessageCodec unsigned = new MessageCodec("", "hmac-sha256");
        List<byte[]> frames = copy(unsigned.encode(message()));
        frames.set(SIGNATURE + 4, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        assertThatThrownBy(() -> unsigned.decode(frames)).hasMessage("its content is no UTF-8");
    }

    @Test
    void halfOfASurrogatePairIsReadForItsSenderWaitsForAnAnswer() throws MalformedMessageException {
        MessageCodec unsigned = new MessageCodec("", "hmac-sha256");
        List<byte[]> frames = copy(unsigned.encode(message()));
        frames.set(SIGNATURE + 4, bytes("{\"code\": \"\\ud83d\"}"));
        assertThat(unsigned.decode(frames).content().get("code").getAsString()).isEqualTo("\ud83d");
    }

    @Test
    void aMessageIsRefusedAgainAlsoWhenSixtyFiveThousandHaveComeSince() throws MalformedMessageException {
        List<byte[]> first = frames();
        codec.decode(first);
        for (int i = 1; i < 1 << 16; i++) {
            codec.decode(codec.encode(message()));
        }
        assertThatThrownBy(() -> codec.decode(first)).hasMessageContaining("used before");
    }

    @Test
    void withoutAKeyNothingIsSigned() throws MalformedMessageException {
        MessageCodec unsigned = new MessageCodec("", "hmac-sha256");
        List<byte[]> frames = unsigned.encode(message());
        assertThat(frames.get(SIGNATURE)).isEmpty();
        assertThat(unsigned.decode(frames).type()).isEqualTo("kernel_info_request");
        assertThat(unsigned.decode(frames).type())
                .as("and none is a repetition")
                .isEqualTo("kernel_info_request");
    }

    @Test
    void aSchemeThatTheJdkDoesNotHaveIsToldAtTheStart() {
        assertThatThrownBy(() -> new MessageCodec("key", "hmac-rot13"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Use the signature scheme hmac-sha256");
    }

    private static Message message() {
        return new Message(
                List.of(bytes("client")),
                new Headers().next("kernel_info_request"),
                new JsonObject(),
                new JsonObject(),
                content("x"),
                List.of());
    }

    private List<byte[]> frames() {
        return copy(codec.encode(message()));
    }

    private static List<byte[]> copy(List<byte[]> frames) {
        return new ArrayList<>(frames.stream().map(byte[]::clone).toList());
    }

    private static JsonObject content(String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        return content;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
