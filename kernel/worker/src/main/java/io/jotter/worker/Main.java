package io.jotter.worker;

import io.jotter.api.Notebook;
import io.jotter.wire.Endpoint;
import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import io.jotter.worker.magics.WorkerMagics;
import io.jotter.worker.render.Renderers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the worker: its standard input names the front's endpoint, the token and the class path. Wiring only. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader given = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Endpoint endpoint = Endpoint.parse(line(given));
        String token = line(given);
        StopTargets.token = token;

        Reserve reserve = new Reserve();
        FrameChannel channel = new FrameChannel(endpoint.connect(), reserve::giveUp);
        Outbox outbox = new Outbox(Pace.ofThisJvm());
        outbox.send(new Frame.Hello(token));
        new OwnThread("wire-writer", new FrameSender(outbox, channel, reserve)).start();

        NotebookLoader loader = new NotebookLoader(Main.class.getClassLoader());
        String classPathFile = line(given);
        if (!classPathFile.isEmpty()) {
            Files.readAllLines(Path.of(classPathFile)).stream()
                    .filter(entry -> !entry.isBlank())
                    .forEach(loader::addEntry);
        }
        CommonPoolThreads.use(loader);
        Cells cells = new Cells();
        FrontCalls front = new FrontCalls(outbox);
        Renderers renderers = new Renderers(loader);
        CommTable comms = new CommTable(outbox, cells, loader);
        WorkerHost host = new WorkerHost(outbox, cells, front, renderers, comms);
        Notebook.runsIn(host);
        StandardStreams streams = new StandardStreams(
                new CellInput(front, cells),
                new CellPrintStream(outbox, cells, false),
                new CellPrintStream(outbox, cells, true));
        streams.set();

        Thread.setDefaultUncaughtExceptionHandler(Main::uncaught);

        CellRuns runs = new CellRuns(outbox, cells, loader);
        runs.start();
        NativeOutput nativeOutput = new NativeOutput(token);
        new OwnThread("native-output", nativeOutput::prepare).start();
        Runtime.getRuntime().addShutdownHook(new OwnThread("last-output", () -> lastOutput(outbox)));
        SnippetRunner runner = new SnippetRunner(loader, renderers, host, reserve);
        // on this thread, which stays: a stop of threads must never meet the one that ends the JVM when main returns
        new FrameReader(
                        channel,
                        outbox,
                        cells,
                        runs,
                        front,
                        loader,
                        renderers,
                        runner,
                        new WorkerMagics(WorkerMagics.builtIn()),
                        comms,
                        nativeOutput,
                        streams,
                        reserve)
                .run();
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
        if (!(thrown instanceof CellStopped)) {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            thrown.printStackTrace();
        }
    }

    /** What was printed before a {@code System.exit} is not lost. */
    private static void lastOutput(Outbox outbox) {
        try {
            outbox.awaitEmpty(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
