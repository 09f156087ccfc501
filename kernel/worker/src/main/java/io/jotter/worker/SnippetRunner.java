package io.jotter.worker;

import io.jotter.api.MimeBundle;
import io.jotter.wire.RunOutcome;
import io.jotter.wire.Thrown;
import io.jotter.worker.render.Renderers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/** Invokes a compiled snippet and shows its value, where the value lives. */
final class SnippetRunner {
    private final ClassLoader loader;
    private final Renderers renderers;
    private final WorkerHost host;
    private final Reserve reserve;
    private final Advisers advisers;

    SnippetRunner(ClassLoader loader, Renderers renderers, WorkerHost host, Reserve reserve) {
        this.reserve = reserve;
        this.host = host;
        this.loader = loader;
        this.renderers = renderers;
        this.advisers = new Advisers(loader);
    }

    /** What came of a run: for the front, and, when it is nested, for the code that asked. */
    record Result(RunOutcome outcome, @Nullable Object value) {}

    Result run(String className, String method, boolean render) {
        return guarded(() -> invoke(className, method), render);
    }

    /** Runs code of the worker's own or an extension's as if it were a snippet. */
    Result guarded(Callable<@Nullable Object> code, boolean render) {
        try {
            Object value = code.call();
            boolean shown = render && value != null && !host.isShown(value);
            MimeBundle bundle = shown ? renderers.render(value) : MimeBundle.empty();
            return new Result(new RunOutcome.Returned(bundle), value);
        } catch (SPIResolutionException e) {
            return new Result(new RunOutcome.Unresolved(e.id(), describe(e)), null);
        } catch (CellStopped stop) {
            return new Result(new RunOutcome.Stopped(true, describe(stop)), null);
        } catch (Throwable e) {
            // before an object is made: in a full heap there is no memory for it until what is kept back is given up
            Thrown thrown = describe(e);
            return new Result(new RunOutcome.Threw(thrown), null);
        }
    }

    private Thrown describe(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            reserve.giveUp();
        }
        long end = reserve.endOfPatience();
        while (true) {
            try {
                return advisers.advised(Throwables.describe(e), e);
            } catch (OutOfMemoryError full) {
                reserve.makeRoom(full, end);
            }
        }
    }

    private @Nullable Object invoke(String className, String method) throws Exception {
        Method entry = loader.loadClass(className).getDeclaredMethod(method);
        entry.setAccessible(true);
        try {
            return entry.invoke(null);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getTargetException();
            if (thrown instanceof Exception exception) {
                throw exception;
            }
            throw (Error) thrown;
        }
    }
}
