package io.jotter.worker.magics;

import io.jotter.api.Magic;
import io.jotter.api.MimeBundle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The magics of this side, by name: our own, and before them those of the notebook and its libraries. */
public final class WorkerMagics {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_.-]*");

    private final Map<String, WorkerMagic> byName = new TreeMap<>();
    private final Map<String, Magic> added = new ConcurrentHashMap<>();

    public WorkerMagics(List<WorkerMagic> magics) {
        magics.forEach(magic -> byName.put(magic.name(), magic));
    }

    /** To add a magic, write it and name it here, and in the front's {@code Magics.builtIn()}. */
    public static List<WorkerMagic> builtIn(ClassLoader loader) {
        return List.of(
                new ShowMagic("html", MimeBundle.HTML),
                new ShowMagic("markdown", MimeBundle.MARKDOWN),
                new ShowMagic("latex", MimeBundle.LATEX),
                new ShowMagic("svg", MimeBundle.SVG),
                new ShowMagic("javascript", "application/javascript"),
                new ShowMagic("json", "application/json"),
                new WhoMagic(loader),
                new JavapMagic(),
                new BenchMagic(),
                new ExtensionsMagic(loader));
    }

    /**
     * Adds a magic, in place of one of its name.
     *
     * @throws IllegalArgumentException if that is no name for a magic
     */
    public void add(Magic magic) {
        check(magic);
        added.put(magic.name(), magic);
    }

    static void check(Magic magic) {
        if (!NAME.matcher(String.valueOf(magic.name())).matches()) {
            throw new IllegalArgumentException("\"" + magic.name()
                    + "\" is no name for a magic: a letter, then letters, digits, _ . and -, without per cent signs.");
        }
    }

    public @Nullable Object run(String name, List<String> arguments, @Nullable String body) throws Exception {
        Magic asked = added.get(name);
        if (asked != null) {
            return asked.run(List.copyOf(arguments), body);
        }
        WorkerMagic magic = byName.get(name);
        if (magic == null) {
            throw new IllegalArgumentException("The worker has no magic named " + name);
        }
        return magic.run(arguments, body);
    }
}
