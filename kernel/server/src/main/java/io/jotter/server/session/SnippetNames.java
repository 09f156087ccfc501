package io.jotter.server.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the names that JShell makes up around snippets back into the user's own. */
final class SnippetNames {
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*(?:\\$(.*))?");
    private static final Pattern IN_TEXT = Pattern.compile("(?:REPL\\.)?\\$JShell\\$\\d+[A-Z]*[.$]");
    private static final Pattern ANONYMOUS = Pattern.compile("\\d+");

    private SnippetNames() {}

    static boolean isSnippet(String className) {
        return WRAPPER.matcher(className).matches();
    }

    /** The class as the user named it, empty for the wrapper itself; a library's class stays as it is. */
    static String plain(String className) {
        Matcher wrapper = WRAPPER.matcher(className);
        if (!wrapper.matches()) {
            return className;
        }
        if (wrapper.group(1) == null) {
            return "";
        }
        StringBuilder name = new StringBuilder();
        for (String part : wrapper.group(1).split("\\$", -1)) {
            // a local class is compiled as 1Name, a nameless one as 1
            String own = ANONYMOUS.matcher(part).matches() ? "(anonymous)" : part.replaceFirst("^\\d+", "");
            name.append(name.isEmpty() ? "" : ".").append(own);
        }
        return name.toString();
    }

    /** A method of a snippet's class as the user knows it; empty for code outside any method. */
    static String method(String className, String methodName) {
        String type = plain(className);
        if (methodName.startsWith("lambda$")) {
            return type.isEmpty() ? "lambda" : type + ".lambda";
        }
        if (type.isEmpty()) {
            boolean outside = methodName.startsWith("do_it$") || methodName.startsWith("<");
            return outside ? "" : methodName;
        }
        return methodName.equals("<init>") ? "new " + type : type + "." + methodName;
    }

    /** A message without the wrappers' names. */
    static String plainText(String message) {
        return IN_TEXT.matcher(message).replaceAll("");
    }
}
