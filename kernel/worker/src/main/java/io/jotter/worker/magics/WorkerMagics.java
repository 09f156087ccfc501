package io.jotter.worker.magics;

import io.jotter.api.Magic;
import io.jotter.api.MimeBundle;
import io.jotter.wire.UnknownMagicException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The magics of this side, by name. */
public final class WorkerMagics {
    private final Map<String, Magic> byName = new ConcurrentHashMap<>();

    public WorkerMagics(List<WorkerMagic> magics) {
        magics.forEach(magic -> byName.put(magic.name(), magic::run));
    }

    /** Adds one of the notebook's own, or replaces one. */
    public void add(String name, Magic magic) {
        byName.put(name, magic);
    }

    /** To add a magic, write it and name it here, and in the front's {@code Magics.builtIn()}. */
    public static List<WorkerMagic> builtIn() {
        return List.of(
                new ShowMagic("html", MimeBundle.HTML),
                new ShowMagic("markdown", MimeBundle.MARKDOWN),
                new ShowMagic("latex", MimeBundle.LATEX),
                new ShowMagic("svg", MimeBundle.SVG));
    }

    /**
     * Runs the magic of that name.
     *
     * @throws UnknownMagicException if there is none; the front has asked because it knows none either
     */
    public @Nullable Object run(String name, List<String> arguments, @Nullable String body) throws Exception {
        Magic magic = byName.get(name);
        if (magic == null) {
            throw new UnknownMagicException(name);
        }
        return magic.run(arguments, body);
    }
}
