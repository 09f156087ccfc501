package io.jotter.environment;

import io.jotter.api.Comms;
import io.jotter.api.Displayable;
import io.jotter.api.Host;
import io.jotter.api.Magic;
import io.jotter.api.MimeBundle;
import io.jotter.api.Notebook;
import io.jotter.api.Renderer;
import io.jotter.api.StatementEnd;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A notebook that keeps what it is shown. */
public final class RecordingHost implements Host {
    public final List<MimeBundle> displayed = new CopyOnWriteArrayList<>();
    public final List<MimeBundle> updated = new CopyOnWriteArrayList<>();
    private final List<StatementEnd> ends = new CopyOnWriteArrayList<>();

    /** The notebook that cells of this thread and all others now run in. */
    public static RecordingHost running() {
        RecordingHost host = new RecordingHost();
        Notebook.runsIn(host);
        return host;
    }

    /** What the code writes to standard output. */
    public static String printedBy(Runnable code) {
        return captured(code, true);
    }

    /** What the code writes to standard error. */
    public static String complaintsOf(Runnable code) {
        return captured(code, false);
    }

    private static String captured(Runnable code, boolean out) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = out ? System.out : System.err;
        PrintStream capture = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try {
            set(out, capture);
            code.run();
        } finally {
            set(out, before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void set(boolean out, PrintStream stream) {
        if (out) {
            System.setOut(stream);
        } else {
            System.setErr(stream);
        }
    }

    /** The plain text of what was shown last, in whichever way. */
    public String lastText() {
        List<MimeBundle> all = updated.isEmpty() ? displayed : updated;
        return (String) all.get(all.size() - 1).data().get(MimeBundle.PLAIN);
    }

    @Override
    public MimeBundle render(@Nullable Object value) {
        return value instanceof Displayable displayable
                ? displayable.toMimeBundle()
                : MimeBundle.text(String.valueOf(value));
    }

    @Override
    public void display(MimeBundle bundle, String id) {
        displayed.add(bundle);
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String id) {
        updated.add(bundle);
    }

    @Override
    public void clearOutput(boolean wait) {
        displayed.clear();
    }

    @Override
    public String readLine(String prompt, boolean password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object eval(String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object lineMagic(String name, List<String> arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object cellMagic(String name, List<String> arguments, String body) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void registerMagic(Magic magic) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void registerRenderer(Renderer<?> renderer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void whenStatementEnds(StatementEnd end) {
        ends.add(end);
    }

    /** What the kernel does when the statement that ran has ended. */
    public void statementEnds(boolean failed) {
        List<StatementEnd> all = List.copyOf(ends);
        ends.clear();
        all.forEach(end -> end.statementEnded(failed));
    }

    @Override
    public Comms comms() {
        throw new UnsupportedOperationException();
    }
}
