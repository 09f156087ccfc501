package io.jotter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
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

    /** One array where a buffer arrives, none where it leaves. */
    @Test
    void aBufferIsCopiedOnceOnItsWayFromProcessToProcess() throws Exception {
        byte[] buffer = new byte[20 << 20];
        Arrays.fill(buffer, (byte) 7);
        Frame.CommMessage sent = new Frame.CommMessage("cell", "comm", "{}", "{}", List.of(buffer, new byte[0]));
        CompletableFuture<Long> allocatedToSend = CompletableFuture.supplyAsync(() -> allocated(() -> {
            worker.write(sent);
            return null;
        }));
        List<Frame> received = new ArrayList<>();
        long allocatedToReceive = allocated(() -> received.add(front.read()));
        // compared as arrays: AssertJ's recursive comparison boxes each of the twenty million bytes
        assertThat(received).singleElement().isInstanceOfSatisfying(Frame.CommMessage.class, came -> {
            assertThat(came.buffers()).hasSize(2);
            assertThat(Arrays.equals(came.buffers().get(0), buffer)).isTrue();
            assertThat(came.buffers().get(1)).isEmpty();
        });
        assertThat(allocatedToSend.get()).isLessThan(buffer.length / 10L);
        assertThat(allocatedToReceive).isBetween((long) buffer.length, buffer.length * 11L / 10);
    }

    private static long allocated(Callable<?> work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
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
        ByteBuffer bytes = FrameCodec.encode(new Frame.Hello("ü")).get(0);
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
        wire.worker().write(ByteBuffer.allocate(8).putInt(length).putInt(0).flip());
        assertThatThrownBy(front::read).isInstanceOf(IOException.class).hasMessageContaining("out of step");
    }

    @Test
    void theEndOfTheOtherSideIsToldFromAFrameThatIsCut() throws IOException {
        ByteBuffer bytes = FrameCodec.encode(new Frame.Hello("cut short")).get(0);
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
