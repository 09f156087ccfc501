package io.jotter.server.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * The call within whose brackets some code ends.
 *
 * @param upToBracket the code up to and with its opening bracket
 * @param arguments how many have been begun
 */
record OpenCall(String upToBracket, int arguments) {
    /** The innermost; empty where the code ends in none. */
    static Optional<OpenCall> in(String java) {
        String code = JavaTokens.codeOnly(java);
        int depth = 0;
        int commas = 0;
        for (int at = code.length() - 1; at >= 0; at--) {
            char c = code.charAt(at);
            if (c == ')' || c == ']' || c == '}') {
                depth++;
            } else if (depth > 0 && (c == '(' || c == '[' || c == '{')) {
                depth--;
            } else if (c == '(') {
                boolean empty = java.substring(at + 1).isBlank();
                return Optional.of(new OpenCall(java.substring(0, at + 1), empty ? 0 : commas + 1));
            } else if (depth == 0 && (c == ';' || c == '{')) {
                return Optional.empty();
            } else if (depth == 0 && c == ',') {
                commas++;
            }
        }
        return Optional.empty();
    }

    /** Those first that can take what has been written, the shorter before the longer. */
    List<Documentation> ordered(List<Documentation> overloads) {
        return overloads.stream()
                .sorted(Comparator.comparing((Documentation each) -> !takes(each.signature()))
                        .thenComparingInt(each -> takes(each.signature()) ? parameters(each.signature()) : 0))
                .toList();
    }

    private boolean takes(String signature) {
        return parameters(signature) >= arguments || signature.contains("...");
    }

    private static int parameters(String signature) {
        return JavaElement.of(signature)
                .map(JavaElement::parameters)
                .map(List::size)
                .orElse(0);
    }
}
