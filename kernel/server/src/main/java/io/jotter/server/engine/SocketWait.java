package io.jotter.server.engine;

import com.sun.jdi.ClassType;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import org.jspecify.annotations.Nullable;

/** A thread that waits at a socket is in native code, where no stop reaches it; closing the socket lets it go. */
final class SocketWait {
    /** How far above the native call the socket is, at most. */
    private static final int DEPTH = 12;

    private SocketWait() {}

    /** The socket, stream or channel at which the thread waits; null if it does something else. */
    static @Nullable ObjectReference of(ThreadReference thread) {
        thread.suspend();
        try {
            // one that an event has halted is no business of ours
            if (thread.suspendCount() > 1
                    || thread.frameCount() == 0
                    || !thread.frame(0).location().method().isNative()) {
                return null;
            }
            for (StackFrame frame : thread.frames(0, Math.min(DEPTH, thread.frameCount()))) {
                ObjectReference owner = frame.thisObject();
                if (owner != null && isSocket(owner)) {
                    return owner;
                }
            }
            return null;
        } catch (IncompatibleThreadStateException ended) {
            return null;
        } finally {
            thread.resume();
        }
    }

    private static boolean isSocket(ObjectReference owner) {
        String name = owner.referenceType().name();
        return (name.startsWith("java.net.") || name.startsWith("sun.nio.ch."))
                && owner.referenceType() instanceof ClassType type
                && type.allInterfaces().stream().anyMatch(each -> each.name().equals("java.io.Closeable"));
    }
}
