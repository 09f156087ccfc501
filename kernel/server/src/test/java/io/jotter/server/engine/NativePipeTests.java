package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NativePipeTests {
    private final StringBuilder shown = new StringBuilder();

    @Test
    void marksAreTakenOutWhereverTheStreamIsCut() {
        byte[] bytes = "ü before\0token\0between\0token\0after".getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size < bytes.length; size++) {
            shown.setLength(0);
            pipe(inPieces(bytes, size)).run();
            assertThat(shown.toString()).isEqualTo("ü beforebetweenafter");
        }
    }

    @Test
    void whatOnlyBeginsLikeAMarkIsPassedOn() {
        pipe(new ByteArrayInputStream("a\0tok\0\0token\0\0toke".getBytes(StandardCharsets.UTF_8)))
                .run();
        assertThat(shown.toString()).isEqualTo("a\0tok\0\0toke");
    }

    @Test
    @Timeout(30)
    void whoWaitsForAMarkHasSeenAllThatCameBeforeItAndWaitsNotForEver() throws Exception {
        PipedOutputStream process = new PipedOutputStream();
        NativePipe pipe = pipe(new PipedInputStream(process));
        pipe.awaitMarks(1, 1);
        pipe.awaitEnd(1);
        Thread reader = new Thread(pipe);
        reader.start();
        process.write("before\0token\0".getBytes(StandardCharsets.UTF_8));
        process.flush();
        pipe.awaitMarks(1, 20_000);
        assertThat(shown.toString()).isEqualTo("before");
        process.close();
        pipe.awaitEnd(20_000);
        reader.join();
    }

    private NativePipe pipe(InputStream stream) {
        return new NativePipe(stream, "token", shown::append);
    }

    /** A stream of which each read yields so many bytes at most. */
    private static InputStream inPieces(byte[] bytes, int size) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target) throws IOException {
                return read(target, 0, Math.min(size, target.length));
            }
        };
    }
}
