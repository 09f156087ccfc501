package io.jotter.worker;

import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import java.io.IOException;
import java.util.List;

/** Writes the outbox to the wire: the only thread of the worker that does. */
final class FrameSender implements Runnable {
    private final Outbox outbox;
    private final FrameChannel channel;

    FrameSender(Outbox outbox, FrameChannel channel) {
        this.outbox = outbox;
        this.channel = channel;
    }

    @Override
    public void run() {
        try {
            for (List<Frame> frames = outbox.take(); !frames.isEmpty(); frames = outbox.take()) {
                channel.write(frames);
                outbox.gather();
            }
        } catch (IOException | InterruptedException frontGone) {
            outbox.close();
        }
    }
}
