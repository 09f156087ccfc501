package io.jotter.server.zmq;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.zeromq.ZMQ;
import zmq.Msg;
import zmq.msg.MsgAllocator;

/**
 * Gives incoming frames their memory. ZeroMQ asks for it when a frame has named its size, before a byte of the frame has
 * come and before anyone can look at a signature: so whoever reaches the port could take all there is, or name a size
 * that is none. What is refused gets no room; its sender is out of step from there on, and none of it is signed.
 */
public final class FrameRoom implements MsgAllocator {
    private static final int LARGEST_BEAT = 1 << 16;
    /** ZeroMQ's tree of topics is as deep as a topic is long, and walked by recursion. */
    private static final int LARGEST_TOPIC = 1_024;
    /** Jupyter's server takes 10 MB from a page, and uploads come in one frame; an eighth of the heap where that is less. */
    private static final long LARGEST = 64L << 20;
    /** A heap that has once grown hardly shrinks again: of a large one a quarter would be too much to give to strangers. */
    private static final long MOST = 256L << 20;
    /** Below this a frame is not counted: the sum of what can be named falls short of what has to be sent for it. */
    private static final int UNCOUNTED = 1 << 16;

    private final long largest;
    private final long most;
    private final Map<WeakReference<Msg>, Integer> given = new HashMap<>();
    private long bytes;

    /** Room for frames in a heap of this size, in bytes. */
    public FrameRoom(long heap) {
        this.largest = Math.min(LARGEST, heap / 8);
        this.most = Math.min(MOST, heap / 4);
    }

    /** Room for what carries messages. */
    void forMessages(ZMQ.Socket socket) {
        limit(socket, largest);
    }

    /** Room for what carries heartbeats. */
    void forBeats(ZMQ.Socket socket) {
        limit(socket, LARGEST_BEAT);
    }

    /** Room for what carries subscriptions. */
    void forTopics(ZMQ.Socket socket) {
        limit(socket, LARGEST_TOPIC);
    }

    private void limit(ZMQ.Socket socket, long size) {
        socket.setMaxMsgSize(size);
        socket.setMsgAllocator(this);
    }

    /** Never throws: an exception here would take the thread with it that serves all sockets. */
    @Override
    public synchronized Msg allocate(int size) {
        if (size < 0) {
            return new Msg(); // a size past 2^63, which has slipped by the limit as a negative number
        }
        if (size < UNCOUNTED) {
            return new Msg(size);
        }
        if (bytes + size > most) {
            takeBack();
        }
        if (bytes + size > most) {
            // what has been read may only wait for the collector
            System.gc();
            takeBack();
        }
        return bytes + size > most ? new Msg() : counted(size);
    }

    private Msg counted(int size) {
        try {
            Msg msg = new Msg(size);
            given.put(new WeakReference<>(msg), size);
            bytes += size;
            return msg;
        } catch (OutOfMemoryError full) {
            return new Msg();
        }
    }

    private void takeBack() {
        // no queue of references: they come into one some time after they were cleared, and this is asked at once
        given.entrySet().removeIf(each -> {
            boolean gone = each.getKey().refersTo(null);
            bytes -= gone ? each.getValue() : 0;
            return gone;
        });
    }
}
