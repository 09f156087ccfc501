package io.jotter.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a signature of JShell's names: a type, or a member of it.
 *
 * @param type in full, its nesting with dots; empty for a method of the notebook's own
 * @param member its name, that of the type for a constructor; empty for the type itself
 * @param parameters of a method or constructor, their types without packages and type arguments; null for what has none
 */
record JavaElement(String type, String member, @Nullable List<String> parameters) {
    private static final Pattern CALL = Pattern.compile("([\\w.$]+)\\(([^()]*)\\)");
    private static final Pattern FIELD = Pattern.compile("([\\w.$]+)\\.(\\w+):.*");
    private static final Pattern TYPE = Pattern.compile("[\\w.$]+");

    static Optional<JavaElement> of(String signature) {
        String erased = withoutTypeArguments(signature).replaceAll("@[\\w.]+\\s*", "");
        Matcher call = CALL.matcher(erased);
        if (call.find()) {
            String name = call.group(1);
            boolean isMethod = call.start() > 0;
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return Optional.of(new JavaElement(isMethod ? "" : name, name, types(call.group(2))));
            }
            String last = name.substring(dot + 1);
            return Optional.of(new JavaElement(isMethod ? name.substring(0, dot) : name, last, types(call.group(2))));
        }
        Matcher field = FIELD.matcher(erased);
        if (field.matches()) {
            return Optional.of(new JavaElement(field.group(1), field.group(2), null));
        }
        return TYPE.matcher(erased.strip()).matches()
                ? Optional.of(new JavaElement(erased.strip(), "", null))
                : Optional.empty();
    }

    /** A parameter's type as it is compared: without package, type arguments and name. */
    static String simpleType(String parameter) {
        String type = withoutTypeArguments(parameter)
                .replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "")
                .replaceAll("\\bfinal\\s+", "")
                .replace("...", "[]")
                .replaceAll("\\s+(?=\\[)", "")
                .strip();
        String first = type.split("\\s+", 2)[0];
        return first.substring(first.lastIndexOf('.') + 1);
    }

    private static List<String> types(String parameters) {
        List<String> types = new ArrayList<>();
        for (String parameter : parameters.split(",", -1)) {
            if (!parameter.isBlank()) {
                types.add(simpleType(parameter));
            }
        }
        return List.copyOf(types);
    }

    private static String withoutTypeArguments(String text) {
        StringBuilder erased = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            } else if (depth == 0) {
                erased.append(c);
            }
        }
        return erased.toString().replace("..(", "(").replaceAll("\\.\\.(?=\\w)", ".");
    }
}
