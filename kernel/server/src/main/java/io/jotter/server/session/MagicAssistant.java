package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import io.jotter.server.magics.Magic;
import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.Magics;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completion and documentation on the line of a magic. */
final class MagicAssistant {
    private static final Pattern NAME = Pattern.compile("(?:^|[\\n=])[ \\t]*(%%?)([\\p{L}\\p{N}_.-]*)\\z");
    private static final Pattern ARGUMENTS =
            Pattern.compile("(?:^|[\\n=])[ \\t]*(%%?)(\\p{L}[\\p{L}\\p{N}_.-]*)[ \\t]([^\\n]*)\\z");
    private static final Pattern COMMAND = Pattern.compile("(?:^|[\\n=])[ \\t]*(!)([^\\n]*)\\z");
    private static final Pattern REST_OF_NAME = Pattern.compile("\\G[\\p{L}\\p{N}_.-]*");

    private final Magics magics;
    private final Supplier<MagicContext> context;

    /**
     * @param context is asked for what arguments could mean in the notebook; nothing is changed by it
     */
    MagicAssistant(Magics magics, Supplier<MagicContext> context) {
        this.magics = magics;
        this.context = context;
    }

    /** What could stand at the end of this code; empty where that is not on the line of a magic, or is Java in it. */
    Optional<Completions> complete(String before) {
        Matcher name = NAME.matcher(before);
        if (name.find() && isMagic(before.substring(0, name.start(1)), name.group(1))) {
            return Optional.of(names(name.group(1), name.group(2), name.start(1), before.length()));
        }
        Matcher written = ARGUMENTS.matcher(before);
        if (written.find() && isMagic(before.substring(0, written.start(1)), written.group(1))) {
            return magics.magic(written.group(2))
                    .filter(magic -> !takesJava(written.group(2)))
                    .map(magic -> arguments(magic, written.group(3), before.length()));
        }
        Matcher command = COMMAND.matcher(before);
        if (command.find() && CellParser.javaUpToEnd(before).isEmpty()) {
            return magics.magic("sh").map(magic -> arguments(magic, command.group(2), before.length()));
        }
        return Optional.empty();
    }

    /** How the magic on whose line the cursor stands is used; empty where there is none, or Java in it. */
    Optional<MimeBundle> inspect(String code, int cursor) {
        Matcher rest = REST_OF_NAME.matcher(code);
        String before = code.substring(0, rest.find(cursor) ? rest.end() : cursor);
        Matcher name = NAME.matcher(before);
        if (name.find() && isMagic(before.substring(0, name.start(1)), name.group(1))) {
            return magics.described(name.group(2));
        }
        Matcher written = ARGUMENTS.matcher(before);
        return written.find()
                        && !takesJava(written.group(2))
                        && isMagic(before.substring(0, written.start(1)), written.group(1))
                ? magics.described(written.group(2))
                : Optional.empty();
    }

    static boolean takesJava(String name) {
        return name.equals("time") || name.equals("bench") || name.equals("timeit");
    }

    /** Whether per cent signs behind this code begin a magic. */
    private static boolean isMagic(String before, String signs) {
        return signs.equals("%%")
                ? before.isEmpty()
                : CellParser.javaUpToEnd(before + "x").isPresent()
                        && CellParser.javaUpToEnd(before + signs + "m").isEmpty();
    }

    private Completions names(String signs, String begun, int start, int cursor) {
        List<Completions.Match> names = magics.names().stream()
                .filter(name -> name.startsWith(begun))
                .map(name -> new Completions.Match(signs + name, "magic", ""))
                .toList();
        return new Completions(names, start, cursor);
    }

    private Completions arguments(Magic magic, String line, int cursor) {
        String begun = begun(line);
        List<Completions.Match> matches = magic.completions(begun, context.get()).stream()
                .map(text -> new Completions.Match(text, "argument", ""))
                .toList();
        return new Completions(matches, cursor - begun.length(), cursor);
    }

    /** The argument that is being written: behind the last blank, or behind a quote that is open. */
    private static String begun(String line) {
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                start = i + 1;
            } else if (!quoted && Character.isWhitespace(c)) {
                start = i + 1;
            }
        }
        return line.substring(start);
    }
}
