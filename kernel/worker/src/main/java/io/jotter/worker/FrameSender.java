package io.jotter.worker;

import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import java.io.IOException;
import java.util.List;

/** Writes the outbox to the wire: the only thread of the worker that does. */
final class FrameSender implements Runnable {
    private final Outbox outbox;
    private final FrameChannel channel;
    private final Reserve reserve;

    FrameSender(Outbox outbox, FrameChannel channel, Reserve reserve) {
        this.reserve = reserve;
        this.outbox = outbox;
        this.channel = channel;
    }

    /** With a heap that is full, once more with what was kept back: what is queued stays queued until it is taken. */
    private List<Frame> take() throws InterruptedException {
        try {
            return outbox.take();
        } catch (OutOfMemoryError full) {
            reserve.giveUp();
            return outbox.take();
        }
    }

    @Override
    public void run() {
        try {
            for (List<Frame> frames = take(); !frames.isEmpty(); frames = take()) {
                channel.write(frames);
                outbox.gather();
            }
        } catch (IOException | InterruptedException frontGone) {
            outbox.close();
        }
    }
}
