package io.jotter.worker;

import io.jotter.api.Notebook;
import io.jotter.wire.Endpoint;
import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import io.jotter.wire.InterruptSignal;
import io.jotter.wire.OwnEnd;
import io.jotter.worker.inspect.Inspector;
import io.jotter.worker.magics.WorkerMagics;
import io.jotter.worker.render.Renderers;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts the worker: its standard input names the front's endpoint, the token, the front's folder, a file with the class path and what of it is left out. Wiring only. */
public final class Main {
    /** A system property: after how many seconds without a cell memory is given back. */
    private static final String QUIET_SECONDS = "jotter.quiet.seconds";

    /** What shutdown hooks are given after a {@code System.exit}, in milliseconds. */
    private static final long HOOKS_MAY_TAKE = 5_000;

    /** What the front is given to take the last output, in milliseconds. */
    private static final long TO_SEND_THE_REST = 2_000;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader given = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Endpoint endpoint = Endpoint.parse(line(given));
        String token = line(given);
        StopTargets.token = token;
        Path folder = Path.of(line(given));

        Reserve reserve = new Reserve();
        FrameChannel channel = new FrameChannel(endpoint.connect(), reserve::makeRoom);
        Outbox outbox = new Outbox(Pace.ofThisJvm());
        Ending ending = new Ending(outbox, folder);
        outbox.send(new Frame.Hello(token));
        new OwnThread("wire-writer", new FrameSender(outbox, channel, reserve, ending)).start();

        NotebookLoader loader = new NotebookLoader(Main.class.getClassLoader());
        String classPathFile = line(given);
        List<String> leftOut = List.of(line(given).split(File.pathSeparator));
        if (!classPathFile.isEmpty()) {
            Files.readAllLines(Path.of(classPathFile)).stream()
                    .filter(entry -> !entry.isBlank() && !leftOut.contains(entry))
                    .forEach(loader::addEntry);
        }
        CommonPoolThreads.use(loader);
        Cells cells = new Cells();
        FrontCalls front = new FrontCalls(outbox);
        Renderers renderers = new Renderers(loader);
        WorkerPage page = new WorkerPage(outbox, cells, front, loader);
        CommTable comms = new CommTable(outbox, cells, page.runs(), page::fail);
        WorkerMagics magics = new WorkerMagics(WorkerMagics.builtIn(loader));
        StatementEnds ends = new StatementEnds();
        WorkerHost host = new WorkerHost(outbox, cells, front, renderers, comms, page, magics, ends);
        Notebook.runsIn(host);
        StandardStreams streams = new StandardStreams(
                new CellInput(front, cells),
                new CellPrintStream(outbox, cells, false),
                new CellPrintStream(outbox, cells, true));
        streams.set();

        Thread.setDefaultUncaughtExceptionHandler(Main::uncaught);

        CellRuns runs = new CellRuns(outbox, cells, ends, loader, reserve);
        runs.start();
        NativeOutput nativeOutput = new NativeOutput(token);
        Runtime.getRuntime().addShutdownHook(new OwnThread("last-output", () -> lastOutput(outbox)));
        SnippetRunner runner = new SnippetRunner(loader, renderers, host, reserve);
        QuietTime quiet = new QuietTime(quietTime(), System::gc);
        new OwnThread("quiet-time", quiet).start();
        new OwnThread("readiness", () -> {
                    // the front makes an interrupt of it
                    InterruptSignal.means(() -> {});
                    rehearse(runs, runner, reserve);
                })
                .start();
        Inspections inspections =
                new Inspections(new Inspector(loader), runs, cells, renderers, runner, outbox, reserve);
        inspections.start();
        FrameReader reader = new FrameReader(
                channel,
                outbox,
                cells,
                runs,
                front,
                loader,
                renderers,
                runner,
                ends,
                magics,
                comms,
                page,
                nativeOutput,
                streams,
                reserve,
                ending,
                quiet,
                inspections);
        new OwnThread("wire-reader", reader).start();
        stay();
    }

    /** In a full heap nothing can be loaded: what tells of one has to have run before. */
    private static void rehearse(CellRuns runs, SnippetRunner runner, Reserve reserve) {
        runs.rehearse(() -> runner.guarded(
                        () -> {
                            throw new OutOfMemoryError("rehearsed");
                        },
                        false)
                .outcome());
        runs.rehearse(() -> {
            throw new OutOfMemoryError("rehearsed");
        });
        reserve.makeRoom();
        OwnEnd.because(new OutOfMemoryError("rehearsed")).exitCode();
        reserve.keep();
    }

    /** A stop of threads must never meet the one that ends the JVM when main returns. */
    private static void stay() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException cellInterruptsEveryThread) {
                // there is nothing here that could end
            }
        }
    }

    private static Duration quietTime() {
        return Optional.ofNullable(Long.getLong(QUIET_SECONDS))
                .map(Duration::ofSeconds)
                .orElse(QuietTime.LONG_ENOUGH);
    }

    private static String line(BufferedReader given) throws IOException {
        String line = given.readLine();
        if (line == null) {
            throw new IOException("The worker is started by the kernel, which tells it where to connect");
        }
        return line;
    }

    /** A thread that was stopped with its cell has nothing to report. */
    private static void uncaught(Thread thread, Throwable thrown) {
        if (thrown instanceof CellStopped) {
            return;
        }
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        try {
            thrown.printStackTrace();
        } catch (Throwable broken) {
            System.err.println(thrown.getClass().getName() + " (its stack trace cannot be printed: "
                    + broken.getClass().getName() + ")");
        }
    }

    /** What was printed before a {@code System.exit} is not lost, and the shutdown hooks of the user's do not take for ever. */
    private static void lastOutput(Outbox outbox) {
        Ending.haltAfter(HOOKS_MAY_TAKE, OwnEnd.HOOK_HANGS.exitCode());
        try {
            outbox.awaitEmpty(TO_SEND_THE_REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
