package io.jotter.worker.magics;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code %%html} and its kin: the rest of the cell is shown as what the name says. */
record ShowMagic(String name, String mime) implements WorkerMagic {
    @Override
    public @Nullable Object run(List<String> arguments, @Nullable String body) {
        if (body == null) {
            throw new WrongUseException(
                    "%" + name + " takes the rest of the cell: write %%" + name + " as its first line");
        }
        return (Displayable) () -> MimeBundle.text(body).with(mime, body);
    }
}
