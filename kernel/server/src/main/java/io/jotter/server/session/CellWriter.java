package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import java.util.UUID;
import java.util.function.Supplier;

/** What the kernel itself has to say under the running cell. */
record CellWriter(CellOutput output, Supplier<String> cell) {
    void print(String text) {
        output.stream(cell.get(), "stdout", text);
    }

    void printError(String text) {
        output.stream(cell.get(), "stderr", text);
    }

    void display(MimeBundle bundle) {
        output.display(cell.get(), bundle, UUID.randomUUID().toString());
    }
}
