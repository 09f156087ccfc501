package io.jotter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Twenty thousand mutations of frames of every kind: each is read as some frame, or refused with an exception. */
@Timeout(60)
class FrameFuzzTests {
    private static final int MUTATIONS = 20_000;
    private static final long SEED = 1;

    @Test
    void aMutatedFrameIsReadOrRefusedAndTakesNoMemoryThatItDoesNotBring() {
        List<Frame> frames = FrameSamples.all();
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Random chance = new Random(SEED + i);
            Frame frame = frames.get(chance.nextInt(frames.size()));
            byte[] mutated = mutated(FrameSamples.body(frame), chance);
            List<byte[]> attachments = chance.nextBoolean() ? FrameSamples.attachments(frame) : List.of();
            try {
                assertThat(FrameCodec.decode(ByteBuffer.wrap(mutated), attachments))
                        .isNotNull();
            } catch (RuntimeException expected) {
                refused++;
            } catch (Error broken) {
                throw new AssertionError(
                        "mutation " + i + " of seed " + SEED + ": " + Arrays.toString(mutated), broken);
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS - 1);
    }

    private static byte[] mutated(byte[] body, Random chance) {
        byte[] copy = body.clone();
        for (int times = 1 + chance.nextInt(4); times > 0; times--) {
            int at = chance.nextInt(copy.length);
            switch (chance.nextInt(4)) {
                case 0 -> copy[at] ^= (byte) (1 << chance.nextInt(8));
                case 1 -> copy = at == 0 ? copy : Arrays.copyOf(copy, at);
                case 2 -> copy = Arrays.copyOf(copy, copy.length + chance.nextInt(64));
                default -> {
                    // where a length stands, a large one
                    for (int i = at; i < Math.min(at + 4, copy.length); i++) {
                        copy[i] = (byte) (i == at ? 0x7f : 0xff);
                    }
                }
            }
        }
        return copy;
    }
}
