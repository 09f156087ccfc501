package io.jotter.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parameter as a signature of JShell's has it.
 *
 * @param text its type and its name, {@code double eta}
 * @param name {@code eta}; made up, as {@code arg0}, where the class file does not have it
 */
record Parameter(String text, String name) {
    /** Those of a method or a constructor, in their order. */
    static List<Parameter> of(String signature) {
        int open = signature.indexOf('(');
        int close = open < 0 ? -1 : signature.indexOf(')', open);
        if (close < 0) {
            return List.of();
        }
        List<Parameter> all = new ArrayList<>();
        int depth = 0;
        int from = open + 1;
        for (int at = from; at <= close; at++) {
            char c = signature.charAt(at);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (depth == 0 && (c == ',' || at == close)) {
                String text = signature.substring(from, at).strip();
                if (!text.isEmpty()) {
                    all.add(new Parameter(text, text.substring(text.lastIndexOf(' ') + 1)));
                }
                from = at + 1;
            }
        }
        return all;
    }

    /** The one that is being written; a variable number of arguments are all of the last. */
    static Optional<Parameter> current(String signature, OpenCall call) {
        List<Parameter> all = of(signature);
        int index = Math.max(0, call.arguments() - 1);
        if (!all.isEmpty()
                && index >= all.size()
                && all.get(all.size() - 1).text().contains("...")) {
            index = all.size() - 1;
        }
        return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }
}
