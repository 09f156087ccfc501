package io.jotter.worker.magics;

import io.jotter.api.MimeBundle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The magics of this side, by name. */
public final class WorkerMagics {
    private final Map<String, WorkerMagic> byName = new TreeMap<>();

    public WorkerMagics(List<WorkerMagic> magics) {
        magics.forEach(magic -> byName.put(magic.name(), magic));
    }

    /** To add a magic, write it and name it here, and in the front's {@code Magics.builtIn()}. */
    public static List<WorkerMagic> builtIn() {
        return List.of(
                new ShowMagic("html", MimeBundle.HTML),
                new ShowMagic("markdown", MimeBundle.MARKDOWN),
                new ShowMagic("latex", MimeBundle.LATEX),
                new ShowMagic("svg", MimeBundle.SVG));
    }

    public @Nullable Object run(String name, List<String> arguments, @Nullable String body) throws Exception {
        WorkerMagic magic = byName.get(name);
        if (magic == null) {
            throw new IllegalArgumentException("The worker has no magic named " + name);
        }
        return magic.run(arguments, body);
    }
}
