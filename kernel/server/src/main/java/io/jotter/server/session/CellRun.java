package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import io.jotter.server.engine.JavaEngine;
import io.jotter.server.engine.Origin;
import io.jotter.server.engine.SnippetOutcome;
import io.jotter.server.engine.WorkerNotStartedException;
import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.Magics;
import io.jotter.server.magics.UnknownInWorkerException;
import io.jotter.wire.RunOutcome;
import io.jotter.wire.UnknownMagicException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;

/** Runs a cell part by part and snippet by snippet; the first failure ends it. */
final class CellRun {
    private final JavaEngine engine;
    private final Magics magics;
    private final MagicInterrupts interrupts;
    private final CellSources sources;
    private final Consumer<String> stdout;
    private final boolean extensions;

    /**
     * @param extensions whether JJava's extensions are installed when their jars are added
     */
    CellRun(
            JavaEngine engine,
            Magics magics,
            MagicInterrupts interrupts,
            CellSources sources,
            Consumer<String> stdout,
            boolean extensions) {
        this.engine = engine;
        this.magics = magics;
        this.interrupts = interrupts;
        this.sources = sources;
        this.stdout = stdout;
        this.extensions = extensions;
    }

    /** Runs code that is no cell, under a name by which errors find it. */
    EvalOutcome runNamed(String name, String code, int nestedIn) {
        sources.put(name, code);
        return run(code, name, nestedIn);
    }

    /**
     * @param file the name of the cell in stack traces
     * @param nestedIn the worker's call that asked for it, or 0
     */
    EvalOutcome run(String code, String file, int nestedIn) {
        try {
            return runParts(code, file, nestedIn);
        } catch (StackOverflowError compilers) {
            return Outcomes.tooDeep();
        } catch (InternalError parsers) {
            // so JShell's parser hands on what the compiler throws, with its name in the message alone
            if (String.valueOf(parsers.getMessage()).contains(StackOverflowError.class.getName())) {
                return Outcomes.tooDeep();
            }
            throw parsers;
        }
    }

    private EvalOutcome runParts(String code, String file, int nestedIn) {
        EvalOutcome outcome = new EvalOutcome.Value(MimeBundle.empty());
        List<CellPart> parts = CellParser.parse(code);
        for (int i = 0; i < parts.size() && outcome instanceof EvalOutcome.Value; i++) {
            CellPart part = parts.get(i);
            if (engine.isInterrupted()) {
                return interrupted();
            }
            boolean last = i == parts.size() - 1;
            if (part instanceof CellPart.JavaPart java) {
                outcome = runJava(java, file, last, nestedIn);
            } else if (part instanceof CellPart.LineMagic magic) {
                outcome = runMagic(new MagicCall(magic.name(), magic.arguments(), null), last, nestedIn);
            } else if (part instanceof CellPart.CellMagic magic) {
                outcome = runMagic(new MagicCall(magic.name(), magic.arguments(), magic.body()), last, nestedIn);
            }
        }
        // at the end: what was missing or lost may have been declared further down
        engine.notes(file).forEach(note -> stdout.accept(SnippetNames.plainText(note) + "\n"));
        return outcome;
    }

    private EvalOutcome runJava(CellPart.JavaPart part, String file, boolean last, int nestedIn) {
        EvalOutcome outcome = new EvalOutcome.Value(MimeBundle.empty());
        String rest = part.text();
        while (!rest.isBlank() && outcome instanceof EvalOutcome.Value) {
            if (engine.isInterrupted()) {
                return interrupted();
            }
            String before = rest;
            CompletionInfo info = engine.with(analysis -> analysis.analyzeCompletion(before));
            if (info.completeness() == Completeness.EMPTY) {
                break;
            }
            int offset = part.text().length() - rest.length();
            boolean whole = info.completeness().isComplete() && info.source() != null;
            String source = whole ? info.source() : rest;
            rest = whole ? info.remaining() : "";
            int blanks = source.length() - source.stripLeading().length();
            int line = part.line() + lineBreaks(part.text(), offset + blanks);
            boolean show = last && isLast(rest);
            String snippet = source.substring(blanks);
            List<SnippetOutcome.Problem> problems = engine.with(analysis -> TopLevelReturn.in(snippet, analysis));
            SnippetOutcome done = problems.isEmpty()
                    ? engine.eval(snippet, new Origin(file, line), show, nestedIn)
                    : new SnippetOutcome.Refused(problems);
            outcome = outcome(done, part, offset + blanks, file);
        }
        return outcome;
    }

    /** Whether nothing but comments and blanks follows. */
    private boolean isLast(String rest) {
        return rest.isBlank()
                || engine.with(analysis -> analysis.analyzeCompletion(rest)).completeness() == Completeness.EMPTY;
    }

    private EvalOutcome outcome(SnippetOutcome done, CellPart.JavaPart part, int offset, String file) {
        if (done instanceof SnippetOutcome.Done ok) {
            return new EvalOutcome.Value(ok.bundle());
        } else if (done instanceof SnippetOutcome.Refused refused) {
            return Outcomes.refused(refused.problems(), part, offset, file);
        } else if (done instanceof SnippetOutcome.Threw threw) {
            return Outcomes.threw(threw.thrown(), sources);
        } else if (done instanceof SnippetOutcome.Unresolved unresolved) {
            return Outcomes.unresolved(unresolved, sources);
        } else if (done instanceof SnippetOutcome.Stopped stopped) {
            return Outcomes.stopped(stopped.how(), sources);
        }
        return Outcomes.died(((SnippetOutcome.Died) done).death());
    }

    /** Runs a magic as a part of a cell. */
    EvalOutcome runMagic(MagicCall call, boolean last, int nestedIn) {
        Context context = new Context(nestedIn);
        try {
            MagicValue value = value(call, context);
            return new EvalOutcome.Value(last ? bundle(value) : MimeBundle.empty());
        } catch (MagicInterruptedException e) {
            return interrupted();
        } catch (MagicException e) {
            EvalOutcome inWorker = context.failure;
            return inWorker != null ? inWorker : Outcomes.magicFailed(e);
        }
    }

    /** Runs a magic for its value. */
    MagicValue magicValue(MagicCall call, int nestedIn) throws MagicException {
        return value(call, new Context(nestedIn));
    }

    private MagicValue value(MagicCall call, MagicContext context) throws MagicException {
        return interrupts.await(new MagicRun(magics, call, context));
    }

    private EvalOutcome interrupted() {
        return Outcomes.stopped(new RunOutcome.Stopped(false, null), sources);
    }

    private static MimeBundle bundle(MagicValue value) {
        if (value instanceof MagicValue.Text text) {
            return MimeBundle.text(text.text());
        } else if (value instanceof MagicValue.Texts texts) {
            return MimeBundle.text(String.join("\n", texts.texts()));
        } else if (value instanceof MagicValue.Shown shown) {
            return shown.bundle();
        }
        return MimeBundle.empty();
    }

    private static int lineBreaks(String text, int end) {
        return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private final class Context implements MagicContext {
        private final int nestedIn;
        private @Nullable EvalOutcome failure;

        Context(int nestedIn) {
            this.nestedIn = nestedIn;
        }

        @Override
        public void addToClassPath(List<Path> entries) {
            engine.addToClassPath(entries);
            if (extensions && JJavaExtensions.areIn(entries)) {
                engine.eval(JJavaExtensions.INSTALL, new Origin("extensions", 1), false, nestedIn);
            }
        }

        @Override
        public List<Path> classPath() {
            return engine.classPath();
        }

        @Override
        public void restartWorker(List<String> jvmOptions) throws MagicException {
            if (nestedIn != 0) {
                throw new MagicException(
                        "The worker cannot be restarted by the code that runs in it: put the magic on a line of its own.");
            }
            try {
                stdout.accept(Outcomes.restarted(engine.restart(jvmOptions)));
            } catch (WorkerNotStartedException e) {
                throw new MagicException(Outcomes.notRestarted(e), e);
            }
        }

        @Override
        public List<String> jvmOptions() {
            return engine.jvmOptions();
        }

        @Override
        public void print(String text) {
            stdout.accept(text);
        }

        @Override
        public Path workingDirectory() {
            return engine.workingDirectory();
        }

        @Override
        public void runCode(String name, String code) throws MagicException {
            if (runNamed(name, code, nestedIn) instanceof EvalOutcome.Failure failed) {
                failure = failed;
                throw new MagicException(name + " failed: " + failed.name() + ": " + failed.message());
            }
        }

        @Override
        public MagicValue runInWorker(MagicCall call) throws MagicException {
            SnippetOutcome done = engine.runMagic(call.name(), call.arguments(), call.body(), nestedIn);
            if (done instanceof SnippetOutcome.Done ok) {
                return new MagicValue.Shown(ok.bundle());
            } else if (done instanceof SnippetOutcome.Stopped stopped) {
                failure = Outcomes.stopped(stopped.how(), sources);
            } else if (done instanceof SnippetOutcome.Threw threw) {
                if (threw.thrown().className().equals(UnknownMagicException.class.getName())) {
                    throw new UnknownInWorkerException(call);
                }
                failure = Outcomes.threw(threw.thrown(), sources);
            } else if (done instanceof SnippetOutcome.Died died) {
                failure = Outcomes.died(died.death());
            }
            throw new MagicException("%" + call.name() + " failed");
        }
    }
}
