package io.jotter.server.app;

import io.jotter.api.MimeBundle;
import io.jotter.server.session.CellOutput;
import io.jotter.server.session.EvalOutcome;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Stands in for an output whose sockets are still being opened while the session starts; who shows something waits for them. */
final class ComingOutput implements CellOutput {
    private final CompletableFuture<? extends CellOutput> output;

    ComingOutput(CompletableFuture<? extends CellOutput> output) {
        this.output = output;
    }

    @Override
    public void stream(String cell, String name, String text) {
        output.join().stream(cell, name, text);
    }

    @Override
    public void display(String cell, MimeBundle bundle, String displayId) {
        output.join().display(cell, bundle, displayId);
    }

    @Override
    public void updateDisplay(String cell, MimeBundle bundle, String displayId) {
        output.join().updateDisplay(cell, bundle, displayId);
    }

    @Override
    public void clearOutput(String cell, boolean wait) {
        output.join().clearOutput(cell, wait);
    }

    @Override
    public String input(String cell, String prompt, boolean password) throws IOException {
        return output.join().input(cell, prompt, password);
    }

    @Override
    public void endInput(String why) {
        output.join().endInput(why);
    }

    @Override
    public void error(String cell, EvalOutcome.Failure failure) {
        output.join().error(cell, failure);
    }

    @Override
    public List<String> displacedBy(String cell) {
        return output.join().displacedBy(cell);
    }

    @Override
    public void commOpen(
            String cell, String commId, String target, String data, String metadata, List<byte[]> buffers) {
        output.join().commOpen(cell, commId, target, data, metadata, buffers);
    }

    @Override
    public void commMessage(String cell, String commId, String data, String metadata, List<byte[]> buffers) {
        output.join().commMessage(cell, commId, data, metadata, buffers);
    }

    @Override
    public void commClose(String cell, String commId, String data) {
        output.join().commClose(cell, commId, data);
    }
}
