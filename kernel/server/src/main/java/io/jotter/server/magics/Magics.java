package io.jotter.server.magics;

import io.jotter.api.MimeBundle;
import io.jotter.server.magics.maven.MavenMagics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The magics of one notebook, by name. Not for several notebooks: a magic may remember what was asked for. */
public final class Magics {
    private final Map<String, Magic> byName = new LinkedHashMap<>();
    private final Map<String, AddedMagic> added = new ConcurrentSkipListMap<>();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();

    /**
     * These and {@code %help}, which lists them.
     *
     * @throws IllegalArgumentException if two magics have a name in common
     */
    public Magics(List<Magic> magics) {
        List<Magic> all = new ArrayList<>(magics);
        all.add(new HelpMagic(this::known));
        for (Magic magic : all) {
            for (String name : magic.names()) {
                if (byName.putIfAbsent(name, magic) != null) {
                    throw new IllegalArgumentException("Two magics are named %" + name);
                }
            }
        }
    }

    /** New ones at each call. To add a magic, write it and name it here. */
    public static List<Magic> builtIn() {
        List<Magic> all = new ArrayList<>(MavenMagics.ofOneNotebook());
        all.addAll(List.of(
                JarsMagic.jars(),
                JarsMagic.classPath(),
                new LoadMagic(),
                new JvmMagic(),
                ShellMagic.bash(),
                ShellMagic.sh(),
                new WriteFileMagic(),
                new TimeMagic(),
                new BenchMagic(),
                new EnvMagic(),
                new WhoMagic(),
                new ResetMagic(),
                new HistoryMagic(),
                new SaveMagic(),
                new CompileMagic(),
                new JdkMagic(),
                new WorkerSideMagic(
                        List.of("javap"),
                        MagicKind.LINE,
                        "%javap [-c] [-p] [-v] Class: what a class of the notebook or its libraries consists of",
                        "-c shows the bytecode, -p what is private too, -v everything.\n\nExample:\n%javap -c java.util.Optional"),
                shown("html", "HTML", "the rest of the cell as HTML", "<b>bold</b>"),
                shown("markdown", "Markdown", "the rest of the cell rendered", "**bold**"),
                shown("latex", "LaTeX", "the rest of the cell as a formula", "$e^{i\\pi} = -1$"),
                shown(
                        "svg",
                        "SVG",
                        "the rest of the cell as a picture",
                        "<svg width=\"20\" height=\"20\"><circle r=\"9\"/></svg>"),
                new WorkerSideMagic(
                        List.of("javascript", "js"),
                        MagicKind.CELL,
                        "%%javascript, then JavaScript: the page runs the rest of the cell",
                        "It runs in the browser, where the page trusts the notebook.\n\nExample:\n%%javascript\nelement.append('Hello')"),
                shown("json", "JSON", "the rest of the cell as a tree to unfold", "{\"a\": [1, 2]}")));
        return List.copyOf(all);
    }

    private static Magic shown(String name, String language, String what, String example) {
        return new WorkerSideMagic(
                List.of(name),
                MagicKind.CELL,
                "%%" + name + ", then " + language + ": shows " + what,
                "Example:\n%%" + name + "\n" + example);
    }

    /** A magic is there in the worker, in place of one of its name. Callable from any thread. */
    public void add(String name, String help) {
        added.put(name, new AddedMagic(name, help));
        forgotten.remove(name);
    }

    /** The worker has ended, and with it what was added. */
    public void forgetAdded() {
        forgotten.addAll(added.keySet());
        added.clear();
    }

    /** Every name and alias, without per cent signs, in the order of registration. */
    public List<String> names() {
        return Stream.concat(byName.keySet().stream(), added.keySet().stream())
                .distinct()
                .toList();
    }

    private List<Magic> known() {
        return names().stream().map(this::magic).flatMap(Optional::stream).toList();
    }

    /** The magic of a name, without per cent signs. */
    public Optional<Magic> magic(String name) {
        Magic own = added.get(name);
        return Optional.ofNullable(own == null ? byName.get(name) : own);
    }

    /** How the magic of a name is used. */
    public Optional<MimeBundle> described(String name) {
        return magic(name).map(HelpMagic::described);
    }

    /**
     * Runs the magic of that name.
     *
     * @throws MagicException if there is no such magic, it is not written this way, or it fails
     */
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        Magic magic = magic(call.name()).orElse(null);
        if (magic == null && forgotten.contains(call.name())) {
            throw new MagicException(call.shownName() + " was registered in a worker that has ended. Run the cell again"
                    + " that registers it, or adds its library.");
        }
        if (magic == null) {
            throw new MagicException("There is no magic " + call.shownName() + "."
                    + EditDistance.nearest(call.name(), names())
                            .map(near -> " Did you mean " + shown(near) + "?")
                            .orElse("")
                    + " %lsmagic lists them all.");
        }
        if (!magic.kind().allows(call)) {
            throw new MagicException(
                    call.body() == null
                            ? "%" + call.name() + " takes the rest of the cell: write %%" + call.name()
                                    + " as its first line. Usage: " + magic.usage()
                            : "%%" + call.name() + " takes no body: write %" + call.name()
                                    + ", with one per cent sign. Usage: " + magic.usage());
        }
        return magic.run(call, context);
    }

    private String shown(String name) {
        return magic(name)
                .map(magic -> magic.kind() == MagicKind.CELL ? "%%" + name : "%" + name)
                .orElse(name);
    }
}
