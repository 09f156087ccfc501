package io.jotter.server.zmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zmq.Msg;

/** Whoever reaches a port may name sizes; what that costs is bounded. */
class FrameRoomTests {
    private static final int MEGABYTE = 1 << 20;
    private final FrameRoom room = new FrameRoom(64L * MEGABYTE);

    @Test
    void aFrameGetsTheRoomThatItNames() {
        assertThat(room.allocate(5).size()).isEqualTo(5);
        assertThat(room.allocate(MEGABYTE).size()).isEqualTo(MEGABYTE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void aSizeThatIsNoneGetsNoneAndNoException(int size) {
        assertThat(room.allocate(size).size()).isZero();
    }

    @Test
    void manyFramesTogetherGetAQuarterOfTheHeap() {
        List<Msg> held = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            held.add(room.allocate(MEGABYTE));
        }
        assertThat(held).allMatch(msg -> msg.size() == MEGABYTE);
        assertThat(room.allocate(MEGABYTE).size())
                .as("the seventeenth of sixteen")
                .isZero();
        assertThat(held).hasSize(16);
    }

    @Test
    void whatHasBeenReadMakesRoomAgain() {
        for (int i = 0; i < 100; i++) {
            assertThat(room.allocate(MEGABYTE).size()).isEqualTo(MEGABYTE);
        }
    }
}
