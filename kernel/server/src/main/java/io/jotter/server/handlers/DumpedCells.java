package io.jotter.server.handlers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The code of cells under the names that a debugger's client has for it. The newest thousand; nothing is written to a disk. */
final class DumpedCells {
    static final int SEED = 0x6a61;
    static final String PREFIX = "jotter/";
    static final String SUFFIX = ".java";

    private static final int MOST = 1_000;

    private final Map<String, String> byName = new LinkedHashMap<>();

    /** Keeps some code; its name. */
    String add(String code) {
        String name = PREFIX + Murmur2.of(code, SEED) + SUFFIX;
        byName.remove(name);
        byName.put(name, code);
        if (byName.size() > MOST) {
            byName.remove(byName.keySet().iterator().next());
        }
        return name;
    }

    Optional<String> code(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
