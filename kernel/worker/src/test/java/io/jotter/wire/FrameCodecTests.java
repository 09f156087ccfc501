package io.jotter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes in at one end of the wire comes out at the other. */
class FrameCodecTests {
    static List<Frame> frames() {
        return FrameSamples.all();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyFrameComesOutAsItWentIn(Frame frame) {
        assertThat(FrameCodec.decode(ByteBuffer.wrap(FrameSamples.body(frame)), FrameSamples.attachments(frame)))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(frame);
    }

    @Test
    void thereIsAnExampleOfEveryFrame() {
        Set<Class<?>> shown = frames().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrder(Frame.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("frames")
    void aCutFrameIsNeverTakenForAWholeOne(Frame frame) {
        byte[] body = FrameSamples.body(frame);
        for (int length = 0; length < Math.min(body.length, 120); length++) {
            ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(body, length));
            assertThatThrownBy(() -> FrameCodec.decode(cut, FrameSamples.attachments(frame)))
                    .as("%s cut after %d bytes", frame, length)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void ofGatheredTextOnlyTheUsedBytesTravel() {
        Frame.Output sent = new Frame.Output("cell", false, new byte[] {72, 105, 0, 0, 0}, 2);
        Frame.Output received = (Frame.Output) FrameCodec.decode(ByteBuffer.wrap(FrameSamples.body(sent)), List.of());
        assertThat(received.text()).containsExactly(72, 105);
        assertThat(received.length()).isEqualTo(2);
    }

    @Test
    void whatIsNoFrameIsNamedByItsKind() {
        assertThatThrownBy(() -> FrameCodec.decode(ByteBuffer.wrap(new byte[] {(byte) 200}), List.of()))
                .hasMessageContaining("kind 200");
    }
}
