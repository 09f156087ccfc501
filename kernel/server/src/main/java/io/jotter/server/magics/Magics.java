package io.jotter.server.magics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The magics of one notebook, by name. Not for several notebooks: a magic may remember what was asked for. */
public final class Magics {
    private final Map<String, Magic> byName = new LinkedHashMap<>();

    /**
     * These and {@code %help}, which lists them.
     *
     * @throws IllegalArgumentException if two magics have a name in common
     */
    public Magics(List<Magic> magics) {
        List<Magic> all = new ArrayList<>(magics);
        all.add(new HelpMagic(Collections.unmodifiableCollection(byName.values())));
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
        MavenDependencies dependencies = new MavenDependencies();
        return List.of(
                new MavenMagic(dependencies),
                new MavenRepoMagic(dependencies),
                JarsMagic.jars(),
                JarsMagic.classPath(),
                new LoadMagic(),
                new JvmMagic(),
                new WorkerSideMagic("html", MagicKind.CELL, "%%html, then HTML: shows the rest of the cell as HTML"),
                new WorkerSideMagic(
                        "markdown", MagicKind.CELL, "%%markdown, then Markdown: shows the rest of the cell rendered"),
                new WorkerSideMagic(
                        "latex", MagicKind.CELL, "%%latex, then LaTeX: shows the rest of the cell as a formula"),
                new WorkerSideMagic("svg", MagicKind.CELL, "%%svg, then SVG: shows the rest of the cell as a picture"));
    }

    /** Every name and alias, without per cent signs, in the order of registration. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * Runs the magic of that name.
     *
     * @throws MagicException if there is no such magic, it is not written this way, or it fails
     */
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        Magic magic = byName.get(call.name());
        if (magic == null) {
            return runAsRegistered(call, context);
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

    /** The notebook's code may have registered it, which this side is not told. */
    private MagicValue runAsRegistered(MagicCall call, MagicContext context) throws MagicException {
        try {
            return context.runInWorker(call);
        } catch (UnknownInWorkerException e) {
            throw new MagicException(
                    e.getMessage()
                            + EditDistance.nearest(call.name(), byName.keySet())
                                    .map(near -> " Did you mean " + shown(near) + "?")
                                    .orElse("")
                            + " %lsmagic lists them all.",
                    e);
        }
    }

    private String shown(String name) {
        Magic magic = byName.get(name);
        return (magic != null && magic.kind() == MagicKind.CELL ? "%%" : "%") + name;
    }
}
