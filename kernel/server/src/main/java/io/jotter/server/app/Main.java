package io.jotter.server.app;

import io.jotter.server.handlers.KernelIdentity;
import io.jotter.server.session.NotebookSession;
import io.jotter.server.zmq.ConnectionFile;
import io.jotter.wire.InterruptSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.zeromq.ZMQException;

/** Starts a kernel for the connection file that is its argument. */
public final class Main {
    private static final int OK = 0;
    private static final int CANNOT_START = 1;
    private static final int WRONG_USAGE = 2;
    private static final int CANNOT_END = 3;
    private static final Duration LONGEST_END = Duration.ofSeconds(8);

    private Main() {}

    public static void main(String[] arguments) {
        // Java takes the home from the system's user table; what people mean is $HOME
        Optional.ofNullable(System.getenv("HOME"))
                .filter(home -> !home.isBlank())
                .ifPresent(home -> System.setProperty("user.home", home));
        System.exit(run(
                arguments,
                System.getenv(),
                output -> NotebookSession.start(Settings.fromSystemProperties(), Settings.session(), output)));
    }

    /**
     * Runs a kernel to its end.
     *
     * @return the exit code of the process
     */
    static int run(String[] arguments, Map<String, String> environment, SessionFactory sessions) {
        if (arguments.length != 1) {
            System.err.println("Jotter is started by Jupyter, with the path of a connection file as its one argument. "
                    + "To install it there, run: jotter install --user");
            return WRONG_USAGE;
        }
        ConnectionFile connection;
        try {
            connection = ConnectionFile.read(Path.of(arguments[0]));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return CANNOT_START;
        }
        return serve(connection, environment, sessions);
    }

    private static int serve(ConnectionFile connection, Map<String, String> environment, SessionFactory sessions) {
        KernelProcess kernel;
        try {
            kernel = new KernelProcess(connection, identity(), HistoryPlace.open(environment), sessions);
        } catch (ZMQException e) {
            System.err.println("The kernel cannot listen on " + connection + ": " + e.getMessage());
            return CANNOT_START;
        }
        ParentProcess.whenGone(environment, () -> kernel.shutdown().complete(false));
        // SIGTERM: the worker must not outlive its kernel
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(kernel), "jotter-exit"));
        // what Jupyter sends to a kernel, or a terminal to all that runs in it, means the cell
        InterruptSignal.means(kernel::interrupt);
        kernel.shutdown().join();
        close(kernel);
        return OK;
    }

    private static void close(KernelProcess kernel) {
        LastResort.within(LONGEST_END, kernel::close, () -> Runtime.getRuntime().halt(CANNOT_END));
    }

    private static KernelIdentity identity() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new KernelIdentity(version, System.getProperty("java.version"));
    }
}
