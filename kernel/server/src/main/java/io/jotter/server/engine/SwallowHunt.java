package io.jotter.server.engine;

import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.ExceptionEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.EventRequestManager;
import com.sun.jdi.request.ExceptionRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets a stop past code that catches everything, such as {@code while (true) try { … } catch (Throwable t) {}}. Wherever
 * the stop is caught, the thread is halted at the first instruction of the handler, where the same handler does not
 * reach, and the stop is thrown once more.
 */
final class SwallowHunt implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SwallowHunt.class);
    private static final String OURS = "io.jotter.worker.";

    /** Executors catch what a task throws in order to tell who waits for it. */
    private static final String EXECUTORS = "java.util.concurrent.";

    private final VirtualMachine machine;
    private final ObjectReference stop;
    private final EventRequestManager requests;
    private final ExceptionRequest caught;
    private final Set<Throw> thrown = ConcurrentHashMap.newKeySet();
    private volatile long lastEvent = System.nanoTime();
    private final Thread events = new Thread(this::handleEvents, "swallow-hunt");

    /** Where a thread got the present stop once more. */
    private record Throw(ThreadReference thread, Location at) {}

    SwallowHunt(VirtualMachine machine, ObjectReference stop) {
        this.machine = machine;
        this.stop = stop;
        this.requests = machine.eventRequestManager();
        this.caught = requests.createExceptionRequest(stop.referenceType(), true, false);
        caught.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        caught.enable();
        events.setDaemon(true);
        events.start();
    }

    private void handleEvents() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                EventSet set = machine.eventQueue().remove();
                set.forEach(this::handle);
                set.resume();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (VMDisconnectedException workerGone) {
            LOG.debug("The worker ended during a hunt");
        }
    }

    /** Whether nothing has been caught for that long: the next stop then meets no thread in the middle of an event. */
    boolean isQuietFor(long nanos) {
        return System.nanoTime() - lastEvent > nanos;
    }

    /** A further stop is about to be sent, which may be caught where the last one was. */
    void renew() {
        thrown.clear();
        lastEvent = System.nanoTime();
    }

    private void handle(Event event) {
        lastEvent = System.nanoTime();
        try {
            if (event instanceof ExceptionEvent exception) {
                Location handler = exception.catchLocation();
                if (handler != null && swallows(handler.declaringType().name())) {
                    BreakpointRequest request = requests.createBreakpointRequest(handler);
                    request.addThreadFilter(exception.thread());
                    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                    request.enable();
                }
            } else if (event instanceof BreakpointEvent atHandler) {
                atHandler.request().disable();
                // a handler that covers itself, as that of a synchronized block does, has to be let through
                if (thrown.add(new Throw(atHandler.thread(), atHandler.location()))) {
                    atHandler.thread().stop(stop);
                }
            }
        } catch (InvalidTypeException impossible) {
            throw new IllegalStateException(impossible);
        } catch (VMDisconnectedException workerGone) {
            throw workerGone;
        } catch (RuntimeException threadGone) {
            LOG.debug("A thread has ended during a hunt: {}", threadGone.toString());
        }
    }

    private static boolean swallows(String handler) {
        return !handler.startsWith(OURS) && !handler.startsWith(EXECUTORS);
    }

    @Override
    public void close() {
        try {
            requests.deleteAllBreakpoints();
            requests.deleteEventRequest(caught);
        } catch (VMDisconnectedException workerGone) {
            LOG.debug("The worker ended during a hunt");
        }
        events.interrupt();
    }
}
