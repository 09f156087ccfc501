package io.jotter.worker;

import io.jotter.api.ErrorAdvice;
import io.jotter.wire.Thrown;
import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Asks the notebook's libraries what to do about an exception. None is loaded before one is thrown. */
final class Advisers {
    private final ClassLoader loader;

    Advisers(ClassLoader loader) {
        this.loader = loader;
    }

    /** The same with the first advice that there is: on it, or on what it was caused by. */
    Thrown advised(Thrown described, Throwable thrown) {
        if (thrown instanceof VirtualMachineError || thrown instanceof CellStopped) {
            // there is no room to ask anyone
            return described;
        }
        String advice = advice(thrown);
        return advice == null
                ? described
                : new Thrown(
                        described.className(),
                        described.message(),
                        described.frames(),
                        described.hidden(),
                        described.suppressed(),
                        described.cause(),
                        advice);
    }

    private @Nullable String advice(Throwable thrown) {
        Iterator<ErrorAdvice> advisers =
                ServiceLoader.load(ErrorAdvice.class, loader).iterator();
        while (true) {
            try {
                if (!advisers.hasNext()) {
                    return null;
                }
                Optional<String> said = advisers.next().on(thrown);
                if (said.isPresent()) {
                    return said.get();
                }
            } catch (StackOverflowError endless) {
                // an error that does not come to an end with telling of itself has been described, as far as it can be
                return null;
            } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
                System.err.println("What a library has to say of this error cannot be had: " + broken);
            }
        }
    }
}
