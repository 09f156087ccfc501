package io.jotter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames over a real socket. */
class FrameChannelTests {
    private WirePair wire;
    private FrameChannel front;
    private FrameChannel worker;

    @BeforeEach
    void connect(@TempDir Path directory) throws IOException {
        wire = WirePair.in(directory);
        front = new FrameChannel(wire.front());
        worker = new FrameChannel(wire.worker());
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
    }

    @Test
    void framesThatAreWrittenTogetherAreReadOneByOneInTheirOrder() throws IOException {
        List<Frame> sent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sent.add(new Frame.Answer(i, true, "answer " + i));
        }
        worker.write(sent);
        for (Frame each : sent) {
            assertThat(front.read()).isEqualTo(each);
        }
    }

    @Test
    void framesThatComeInBytesAreReadWhole() throws IOException {
        CompletableFuture<Frame> read = CompletableFuture.supplyAsync(this::readAtTheFront);
        ByteBuffer bytes = FrameCodec.encode(new Frame.Hello("ü"));
        while (bytes.hasRemaining()) {
            wire.worker().write(bytes.slice(bytes.position(), 1));
            bytes.position(bytes.position() + 1);
        }
        assertThat(read.join()).isEqualTo(new Frame.Hello("ü"));
    }

    @Test
    void aFrameLargerThanEveryBufferPassesWhole() throws IOException {
        String large = "0123456789".repeat(800_000);
        CompletableFuture<Frame> read = CompletableFuture.supplyAsync(this::readAtTheFront);
        worker.write(List.of(new Frame.Eval(1, large), new Frame.Hello("after it")));
        assertThat(read.join()).isEqualTo(new Frame.Eval(1, large));
        assertThat(front.read()).isEqualTo(new Frame.Hello("after it"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, (1 << 30) + 1, Integer.MAX_VALUE})
    void aLengthThatNoFrameHasIsRefusedBeforeMemoryIsTaken(int length) throws IOException {
        wire.worker().write(ByteBuffer.allocate(4).putInt(length).flip());
        assertThatThrownBy(front::read).isInstanceOf(IOException.class).hasMessageContaining("out of step");
    }

    @Test
    void theEndOfTheOtherSideIsToldFromAFrameThatIsCut() throws IOException {
        ByteBuffer bytes = FrameCodec.encode(new Frame.Hello("cut short"));
        wire.worker().write(bytes.slice(0, bytes.remaining() - 3));
        worker.close();
        assertThatThrownBy(front::read).isInstanceOf(EOFException.class).hasMessageContaining("in the middle");
    }

    @Test
    void theEndOfTheOtherSideEndsTheReading() throws IOException {
        worker.write(new Frame.Hello("the last"));
        worker.close();
        assertThat(front.read()).isEqualTo(new Frame.Hello("the last"));
        assertThatThrownBy(front::read).isInstanceOf(EOFException.class);
    }

    private Frame readAtTheFront() {
        try {
            return front.read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
