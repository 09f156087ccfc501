package io.jotter.worker;

import io.jotter.wire.ClassFile;
import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import io.jotter.wire.OwnEnd;
import io.jotter.wire.RunOutcome;
import io.jotter.worker.magics.WorkerMagics;
import io.jotter.worker.render.Renderers;
import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wire and sees to it that each frame is done: small things at once, the user's code on the cell thread. Never
 * runs code of the user's itself, so it always answers. When the front has gone, the worker ends.
 */
final class FrameReader implements Runnable {
    private final FrameChannel channel;
    private final Outbox outbox;
    private final Cells cells;
    private final CellRuns runs;
    private final FrontCalls front;
    private final NotebookLoader loader;
    private final Renderers renderers;
    private final SnippetRunner runner;
    private final StatementEnds ends;
    private final WorkerMagics magics;
    private final CommTable comms;
    private final WorkerPage page;
    private final NativeOutput nativeOutput;
    private final StandardStreams streams;
    private final Reserve reserve;
    private final Ending ending;
    private final QuietTime quiet;
    private final Inspections inspections;
    private final TaskQueue cellEnds = new TaskQueue();
    private boolean endIsAsked;

    FrameReader(
            FrameChannel channel,
            Outbox outbox,
            Cells cells,
            CellRuns runs,
            FrontCalls front,
            NotebookLoader loader,
            Renderers renderers,
            SnippetRunner runner,
            StatementEnds ends,
            WorkerMagics magics,
            CommTable comms,
            WorkerPage page,
            NativeOutput nativeOutput,
            StandardStreams streams,
            Reserve reserve,
            Ending ending,
            QuietTime quiet,
            Inspections inspections) {
        this.inspections = inspections;
        this.reserve = reserve;
        this.ending = ending;
        this.quiet = quiet;
        this.channel = channel;
        this.outbox = outbox;
        this.cells = cells;
        this.runs = runs;
        this.front = front;
        this.loader = loader;
        this.renderers = renderers;
        this.runner = runner;
        this.ends = ends;
        this.magics = magics;
        this.comms = comms;
        this.page = page;
        this.nativeOutput = nativeOutput;
        this.streams = streams;
    }

    @Override
    public void run() {
        new OwnThread("cell-end", this::endCells).start();
        try {
            while (!endIsAsked) {
                handleInsistently(channel.read());
            }
        } catch (IOException frontGone) {
            ending.removeFolder();
            // read only if the front is not gone after all: then a cell has closed what is not its own
            ending.begin(OwnEnd.WIRE_CLOSED.exitCode());
        } catch (RuntimeException | Error ownError) {
            // the front would wait for ever for what is not read any more
            reserve.giveUp();
            ownError.printStackTrace();
            ending.begin(OwnEnd.THREAD_LOST.exitCode());
        }
    }

    /** As {@link Reserve#insistOn(Runnable)} does it, without the memory that it takes to say what. */
    private void handleInsistently(Frame frame) {
        long end = reserve.endOfPatience();
        while (true) {
            try {
                handle(frame);
                return;
            } catch (OutOfMemoryError full) {
                reserve.makeRoom(full, end);
            }
        }
    }

    private void handle(Frame frame) {
        if (frame instanceof Frame.Load load) {
            load.classes().forEach(each -> {
                cells.declare(each.name());
                loader.addSnippet(each.name(), each.bytes());
            });
        } else if (frame instanceof Frame.Redefine redefine) {
            outbox.send(redefine(redefine));
        } else if (frame instanceof Frame.BeginCell begin) {
            quiet.cellBegins();
            cells.begin(begin.cell());
            outbox.newCell();
            // last, for where the heap is full this very frame may have needed what was kept back
            reserve.keep();
        } else if (frame instanceof Frame.EndCell end) {
            cells.end();
            quiet.cellEnds();
            cellEnds.add(() -> endCell(end.call()));
        } else if (frame instanceof Frame.Run run) {
            start(
                    run.call(),
                    run.run(),
                    run.onBehalfOf(),
                    () -> runner.run(run.className(), run.method(), run.render()));
        } else if (frame instanceof Frame.RunMagic run) {
            Callable<@Nullable Object> magic = () -> magics.run(run.name(), run.arguments(), run.body());
            start(run.call(), run.run(), run.onBehalfOf(), () -> runner.guarded(magic, true));
        } else if (frame instanceof Frame.ReadVariable read) {
            runs.errand(() -> outbox.send(readVariable(read)));
        } else if (frame instanceof Frame.Inspect inspect) {
            inspections.inspect(inspect);
        } else if (frame instanceof Frame.InspectInto into) {
            inspections.inspectInto(into);
        } else if (frame instanceof Frame.ShowVariable show) {
            inspections.show(show);
        } else if (frame instanceof Frame.ForgetVariable forget) {
            forgetVariable(forget);
        } else if (frame instanceof Frame.AddToClassPath add) {
            add.entries().forEach(loader::addEntry);
            renderers.reload();
            // code of the user's, so not on this thread
            runs.errand(() -> JdbcDrivers.load(add.entries(), loader));
            outbox.send(new Frame.Answer(add.call(), true, ""));
        } else if (frame instanceof Frame.Interrupt interrupt) {
            if (interrupt.run() == Frame.EVENTS) {
                page.runs().interrupt();
            } else {
                runs.interrupt(interrupt.run());
            }
        } else if (frame instanceof Frame.PrepareStop prepare) {
            outbox.sendAhead(new Frame.StopReadiness(
                    prepare.call(),
                    prepare.run() == Frame.EVENTS
                            ? page.runs().prepareStop(prepare.evenIfTaken())
                            : runs.prepareStop(prepare.run(), prepare.evenIfTaken())));
        } else if (frame instanceof Frame.StopSent sent) {
            runs.stopSent(sent.run());
            page.runs().stopSent();
        } else if (frame instanceof Frame.Displaced gone) {
            page.displaced(gone.cell());
        } else if (frame instanceof Frame.Answer answer) {
            front.answered(answer.call(), answer);
        } else if (frame instanceof Frame.Value value) {
            front.answered(value.call(), value);
        } else if (frame instanceof Frame.CommOpen open) {
            comms.opened(open);
        } else if (frame instanceof Frame.CommMessage message) {
            comms.received(message);
        } else if (frame instanceof Frame.CommClose close) {
            comms.closed(close);
        } else if (frame instanceof Frame.Shutdown) {
            // a JVM that ends waits 300 ms for threads that are in native code, as one that reads is
            endIsAsked = true;
            ending.begin(0);
        } else {
            throw new IllegalArgumentException("The front sent " + frame);
        }
    }

    private void start(int call, long run, int onBehalfOf, NestedBody body) {
        if (onBehalfOf == 0) {
            runs.submit(call, run, () -> body.perform().outcome());
            return;
        }
        boolean nested = front.nest(onBehalfOf, () -> {
            SnippetRunner.Result result = body.perform();
            outbox.send(new Frame.Ran(call, result.outcome()));
            return result.value();
        });
        if (!nested) {
            // the thread that asked has been stopped meanwhile
            outbox.send(new Frame.Ran(call, new RunOutcome.Stopped(false, null)));
        }
    }

    @FunctionalInterface
    private interface NestedBody {
        SnippetRunner.Result perform();
    }

    private Frame.Answer redefine(Frame.Redefine redefine) {
        try {
            for (ClassFile each : redefine.classes()) {
                Class<?> loaded = loader.loadClass(each.name());
                Agent.instrumentation().redefineClasses(new ClassDefinition(loaded, each.bytes()));
            }
            return new Frame.Answer(redefine.call(), true, "");
        } catch (Throwable e) {
            // an InternalError too, by which the JVM refuses a class whose static initialiser has failed; and in a full
            // metaspace there is no use in trying again
            reserve.giveUp();
            return new Frame.Answer(redefine.call(), false, String.valueOf(e.getMessage()));
        }
    }

    /** On a thread of its own: flushing native output can take long. */
    private void endCells() {
        try {
            while (true) {
                reserve.insistOn(cellEnds.next());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the worker's own", e);
        }
    }

    private void endCell(int call) {
        // of a statement that was stopped: its own thread could not
        ends.tell(true);
        streams.giveBack();
        page.cellEnds();
        try {
            nativeOutput.flushAndMark();
        } catch (IOException stdoutClosed) {
            // the user's code has closed the descriptor; there is nothing more to come from it
            outbox.send(new Frame.Answer(call, false, String.valueOf(stdoutClosed.getMessage())));
            return;
        }
        outbox.send(new Frame.Answer(call, true, ""));
    }

    private Frame.Answer readVariable(Frame.ReadVariable read) {
        try {
            return new Frame.Answer(
                    read.call(),
                    true,
                    String.valueOf(field(read.className(), read.field()).get(null)));
        } catch (CellStopped stop) {
            throw stop;
        } catch (Throwable e) {
            return new Frame.Answer(read.call(), false, String.valueOf(e));
        }
    }

    private void forgetVariable(Frame.ForgetVariable forget) {
        try {
            Field field = field(forget.className(), forget.field());
            if (!field.getType().isPrimitive() && !Modifier.isFinal(field.getModifiers())) {
                field.set(null, null);
            }
        } catch (ReflectiveOperationException | LinkageError gone) {
            // never initialised: there is nothing to let go of
            return;
        }
    }

    private Field field(String className, String name) throws ReflectiveOperationException {
        Field field = Class.forName(className, false, loader).getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
