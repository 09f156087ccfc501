package io.jotter.worker;

import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import io.jotter.wire.OwnEnd;
import io.jotter.wire.RunOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the outbox to the wire: the only thread of the worker that does. */
final class FrameSender implements Runnable {
    private static final int TRIES = 20;

    private static final String WORDS =
            "Something that a cell wanted to show could not be sent: it is too large for the"
                    + " memory that is left. Give the worker more with %jvm -Xmx4g.\n";

    private final Outbox outbox;
    private final FrameChannel channel;
    private final Reserve reserve;
    private final Ending ending;

    FrameSender(Outbox outbox, FrameChannel channel, Reserve reserve, Ending ending) {
        this.reserve = reserve;
        this.ending = ending;
        this.outbox = outbox;
        this.channel = channel;
    }

    @Override
    public void run() {
        try {
            for (List<Frame> frames = take(); !frames.isEmpty(); frames = take()) {
                write(frames);
                outbox.gather();
            }
        } catch (IOException gone) {
            // the front, or only the socket: its other end may not notice that
            ending.begin(OwnEnd.WIRE_CLOSED.exitCode());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the worker's own", e);
        }
    }

    /** With a heap that is full, again with what was kept back: what is queued stays queued until it is taken. */
    private List<Frame> take() throws InterruptedException {
        long end = 0;
        while (true) {
            try {
                return outbox.take();
            } catch (OutOfMemoryError full) {
                // patience begins with the first failure: before it, there may long have been nothing to take
                end = end == 0 ? reserve.endOfPatience() : end;
                reserve.makeRoom(full, end);
            }
        }
    }

    private void write(List<Frame> frames) throws IOException {
        try {
            channel.write(frames);
        } catch (OutOfMemoryError full) {
            // nothing was: a list is put into bytes before the first of them is sent
            for (Frame frame : frames) {
                writeOrReplace(frame);
            }
        }
    }

    private void writeOrReplace(Frame frame) throws IOException {
        OutOfMemoryError tooLarge = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                channel.write(tooLarge == null ? frame : instead(frame, tooLarge));
                return;
            } catch (OutOfMemoryError full) {
                reserve.makeRoom();
                if (mayBeTooLarge(frame)) {
                    tooLarge = full;
                }
            }
        }
        throw new OutOfMemoryError("for a frame, however often it was tried");
    }

    private static boolean mayBeTooLarge(Frame frame) {
        return frame instanceof Frame.Ran
                || frame instanceof Frame.Display
                || frame instanceof Frame.CommOpen
                || frame instanceof Frame.CommMessage;
    }

    /** What is sent in place of a frame that is too large for the heap. */
    private static Frame instead(Frame frame, Throwable why) {
        if (frame instanceof Frame.Ran ran) {
            return new Frame.Ran(ran.call(), new RunOutcome.Threw(Throwables.describe(why)));
        }
        return new Frame.Output("", true, WORDS.getBytes(StandardCharsets.UTF_8), WORDS.length());
    }
}
