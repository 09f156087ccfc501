package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import io.jotter.server.engine.JavaEngine;
import io.jotter.server.engine.Origin;
import io.jotter.server.engine.SnippetOutcome;
import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.Magics;
import io.jotter.server.magics.RanCell;
import io.jotter.wire.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Runs a cell part by part and snippet by snippet; the first failure ends it. */
final class CellRun {
    private final JavaEngine engine;
    private final Magics magics;
    private final MagicInterrupts interrupts;
    private final CellSources sources;
    private final CellWriter out;
    private final Supplier<List<RanCell>> history;
    private final boolean extensions;

    /**
     * @param extensions whether JJava's extensions are installed when their jars are added
     */
    CellRun(
            JavaEngine engine,
            Magics magics,
            MagicInterrupts interrupts,
            CellSources sources,
            CellWriter out,
            Supplier<List<RanCell>> history,
            boolean extensions) {
        this.engine = engine;
        this.magics = magics;
        this.interrupts = interrupts;
        this.sources = sources;
        this.out = out;
        this.history = history;
        this.extensions = extensions;
    }

    /** Whether what libraries bring for a notebook by JJava's way is installed. */
    boolean installsExtensions() {
        return extensions;
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
                outcome = runMagic(
                        new MagicCall(magic.name(), magic.arguments(), null),
                        context(nestedIn, file, magic.line()),
                        last);
            } else if (part instanceof CellPart.CellMagic magic) {
                outcome = runMagic(
                        new MagicCall(magic.name(), magic.arguments(), magic.body()), context(nestedIn, file, 1), last);
            }
        }
        // at the end: what was missing or lost may have been declared further down
        engine.notes(file).forEach(note -> out.print(SnippetNames.plainText(note) + "\n"));
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
            if (outcome instanceof EvalOutcome.Value) {
                warn(Lints.in(snippet), part, offset + blanks, file);
            }
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
            warn(ok.warnings(), part, offset, file);
            return new EvalOutcome.Value(ok.bundle());
        } else if (done instanceof SnippetOutcome.Refused refused) {
            return Outcomes.refused(
                    refused.problems(),
                    part,
                    offset,
                    file,
                    new ErrorHints(engine).on(refused.problems(), part.text().substring(offset)));
        } else if (done instanceof SnippetOutcome.Threw threw) {
            return Outcomes.threw(threw.thrown(), sources, engine.workingDirectory());
        } else if (done instanceof SnippetOutcome.Unresolved unresolved) {
            return Outcomes.unresolved(unresolved, sources);
        } else if (done instanceof SnippetOutcome.Stopped stopped) {
            return Outcomes.stopped(stopped.how(), sources);
        }
        return Outcomes.died(((SnippetOutcome.Died) done).death());
    }

    /** Tells what the compiler warned of. */
    private void warn(List<SnippetOutcome.Problem> warnings, CellPart.JavaPart part, int offset, String file) {
        if (!warnings.isEmpty()) {
            out.printError(String.join("\n", Outcomes.describe(warnings, part, offset, file)) + "\n");
        }
    }

    /** Runs a magic as a part of a cell. */
    private EvalOutcome runMagic(MagicCall call, NotebookContext context, boolean last) {
        try {
            MagicValue value = value(call, context);
            if (value instanceof MagicValue.Said said && !last) {
                out.display(said.bundle());
            }
            return new EvalOutcome.Value(last ? bundle(value) : MimeBundle.empty());
        } catch (MagicException e) {
            return context.failure()
                    .orElseGet(() -> e instanceof MagicInterruptedException ? interrupted() : Outcomes.magicFailed(e));
        }
    }

    /** Runs a magic for its value. */
    MagicValue magicValue(MagicCall call, int nestedIn) throws MagicException {
        boolean assigned = !call.isStatement();
        return value(
                call.asStatement(),
                new NotebookContext(
                        this,
                        engine,
                        sources,
                        out,
                        history,
                        new NotebookContext.Place(nestedIn, "magic", 1, assigned)));
    }

    /** Has the worker start what libraries have brought since the last time; it tells itself what cannot be started. */
    void loadExtensions(int nestedIn) {
        if (engine.bringsExtensions()) {
            engine.runMagic("extensions", List.of(), null, nestedIn);
        }
    }

    /** For what is asked of a magic while none runs. */
    NotebookContext outsideACell() {
        return context(0, "", 1);
    }

    private NotebookContext context(int nestedIn, String file, int line) {
        return new NotebookContext(
                this, engine, sources, out, history, new NotebookContext.Place(nestedIn, file, line, false));
    }

    /** Code in the pieces that are compiled one by one; together they are the code. */
    List<String> snippets(String code) {
        List<String> snippets = new ArrayList<>();
        String rest = code;
        while (!rest.isBlank()) {
            String before = rest;
            CompletionInfo info = engine.with(analysis -> analysis.analyzeCompletion(before));
            boolean whole = info.completeness().isComplete() && info.source() != null;
            snippets.add(
                    whole ? rest.substring(0, rest.length() - info.remaining().length()) : rest);
            rest = whole ? info.remaining() : "";
        }
        return snippets;
    }

    private MagicValue value(MagicCall call, NotebookContext context) throws MagicException {
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
        } else if (value instanceof MagicValue.Said said) {
            return said.bundle();
        }
        return MimeBundle.empty();
    }

    private static int lineBreaks(String text, int end) {
        return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
