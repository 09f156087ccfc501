package io.jotter.server.engine;

import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
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
import java.util.HashSet;
import java.util.Set;
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

    private final VirtualMachine machine;
    private final ObjectReference stop;
    private final EventRequestManager requests;
    private final ExceptionRequest caught;
    private final Set<Location> thrownAt = new HashSet<>();
    private volatile long lastEvent = System.nanoTime();
    private final Thread events = new Thread(this::handleEvents, "swallow-hunt");

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

    private void handle(Event event) {
        lastEvent = System.nanoTime();
        try {
            if (event instanceof ExceptionEvent exception) {
                Location handler = exception.catchLocation();
                if (handler != null && !handler.declaringType().name().startsWith(OURS)) {
                    BreakpointRequest request = requests.createBreakpointRequest(handler);
                    request.addThreadFilter(exception.thread());
                    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                    request.enable();
                }
            } else if (event instanceof BreakpointEvent atHandler) {
                atHandler.request().disable();
                // a handler that covers itself, as that of a synchronized block does, has to be let through
                if (thrownAt.add(atHandler.location())) {
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
