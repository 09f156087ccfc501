package io.jotter.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what a cell's functions ask of the kernel. */
final class RecordingHost implements Host {
    final List<String> calls = new ArrayList<>();
    final List<MimeBundle> shown = new ArrayList<>();

    @Override
    public MimeBundle render(@Nullable Object value) {
        return MimeBundle.html("<b>" + value + "</b>", String.valueOf(value)).with(MimeBundle.LATEX, "$" + value + "$");
    }

    @Override
    public void display(MimeBundle bundle, String id) {
        calls.add("display " + id);
        shown.add(bundle);
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String id) {
        calls.add("update " + id);
        shown.add(bundle);
    }

    @Override
    public void clearOutput(boolean wait) {
        calls.add("clear " + wait);
    }

    @Override
    public String readLine(String prompt, boolean password) throws IOException {
        throw new IOException("There is no one to ask.");
    }

    @Override
    public @Nullable Object eval(String code) {
        return "value of " + code;
    }

    @Override
    public @Nullable Object lineMagic(String name, List<String> arguments) {
        return name + arguments;
    }

    @Override
    public @Nullable Object cellMagic(String name, List<String> arguments, String body) {
        return name + arguments + body;
    }

    @Override
    public void registerMagic(Magic magic) {
        calls.add("magic " + magic.name());
    }

    @Override
    public void registerRenderer(Renderer<?> renderer) {
        calls.add("renderer of " + renderer.type().getSimpleName());
    }

    @Override
    public void whenStatementEnds(StatementEnd end) {
        calls.add("end");
    }

    @Override
    public Comms comms() {
        throw new UnsupportedOperationException("no page");
    }
}
