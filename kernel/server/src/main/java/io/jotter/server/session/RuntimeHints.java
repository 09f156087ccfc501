package io.jotter.server.session;

import io.jotter.wire.Thrown;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence on what the JDK's everyday exceptions mean where they were thrown. */
final class RuntimeHints {
    private static final Pattern INDEX =
            Pattern.compile("(?i)index:? (-?\\d+)(?: out of bounds for length|,? length) (\\d+)");
    private static final Pattern OUT_OF_TEXT = Pattern.compile("String index out of range: (-?\\d+)");
    private static final Pattern RANGE = Pattern.compile("begin (-?\\d+), end (-?\\d+), length (\\d+)");
    private static final Pattern NULL = Pattern.compile("because \"([^\"]+)\" is null");
    private static final Pattern CAST =
            Pattern.compile("class (?:\\w+\\.)*([\\w$]+) cannot be cast to class (?:\\w+\\.)*([\\w$]+)");
    private static final Pattern INPUT = Pattern.compile("For input string: \"(.*?)\"");
    private static final Pattern RESULT_OF_CALL = Pattern.compile("the return value of");

    @FunctionalInterface
    private interface Sentence {
        Optional<String> on(String message, Thrown thrown);
    }

    private static final Map<String, Sentence> BY_TYPE = Map.ofEntries(
            Map.entry("java.lang.ArrayIndexOutOfBoundsException", (message, thrown) -> onIndex(message, "array")),
            Map.entry("java.lang.IndexOutOfBoundsException", (message, thrown) -> onIndex(message, "list")),
            Map.entry("java.lang.StringIndexOutOfBoundsException", (message, thrown) -> onText(message)),
            Map.entry(
                    "java.lang.NullPointerException",
                    (message, thrown) -> find(NULL, message).map(found -> onNull(found.group(1)))),
            Map.entry(
                    "java.lang.ClassCastException",
                    (message, thrown) -> find(CAST, message)
                            .map(found -> "The object is of class " + found.group(1) + ", which is no " + found.group(2)
                                    + ": ask with instanceof before you cast.")),
            Map.entry(
                    "java.lang.NumberFormatException",
                    (message, thrown) -> find(INPUT, message).map(found -> onNumber(found.group(1)))),
            Map.entry(
                    "java.lang.ArithmeticException",
                    (message, thrown) -> message.equals("/ by zero")
                            ? Optional.of(
                                    "Whole numbers cannot be divided by 0; ask for it before, or compute with double.")
                            : Optional.empty()),
            Map.entry("java.lang.UnsupportedOperationException", (message, thrown) -> onUnchangeable(thrown)),
            Map.entry(
                    "java.util.ConcurrentModificationException",
                    (message, thrown) -> Optional.of(
                            "A collection was changed while it was being walked through: use removeIf, or gather the changes and"
                                    + " make them afterwards.")),
            Map.entry(
                    "java.util.NoSuchElementException",
                    (message, thrown) -> message.equals("No value present")
                            ? Optional.of("The Optional is empty: orElse(…) says what to take instead.")
                            : Optional.empty()),
            Map.entry(
                    "java.util.InputMismatchException",
                    (message, thrown) ->
                            Optional.of("What was entered is not of the type that the Scanner was asked for.")),
            Map.entry(
                    "java.lang.StackOverflowError",
                    (message, thrown) -> Optional.of(
                            "A method calls itself, by itself or over others, without an end: it lacks a case in which it does not.")),
            Map.entry(
                    "java.lang.NegativeArraySizeException",
                    (message, thrown) -> Optional.of("An array cannot have fewer than 0 elements.")),
            Map.entry(
                    "java.lang.ArrayStoreException",
                    (message, thrown) -> Optional.of("The array holds another type than the one it is declared by.")));

    private RuntimeHints() {}

    /**
     * On the exception itself, or on the one that it was caused by in the end.
     *
     * @param folder from which relative paths are looked for
     */
    static Optional<String> on(Thrown thrown, Path folder) {
        String advice = thrown.advice();
        if (advice != null) {
            return Optional.of(advice);
        }
        Optional<String> own = own(thrown, folder);
        Thrown cause = thrown.cause();
        return own.isPresent() || cause == null ? own : on(cause, folder);
    }

    private static Optional<String> own(Thrown thrown, Path folder) {
        String message = thrown.message() == null ? "" : SnippetNames.plainText(thrown.message());
        if (thrown.className().equals("java.nio.file.NoSuchFileException")
                || thrown.className().equals("java.io.FileNotFoundException")) {
            return Optional.of("Relative paths are looked for from " + folder + ".");
        }
        Sentence sentence = BY_TYPE.get(thrown.className());
        return sentence == null ? Optional.empty() : sentence.on(message, thrown);
    }

    private static Optional<MatchResult> find(Pattern pattern, String message) {
        Matcher found = pattern.matcher(message);
        return found.find() ? Optional.of(found.toMatchResult()) : Optional.empty();
    }

    private static Optional<String> onIndex(String message, String what) {
        return find(INDEX, message).map(found -> {
            long length = Long.parseLong(found.group(2));
            return length == 0
                    ? "The " + what + " is empty: it has no element " + found.group(1) + "."
                    : "The " + what + " has " + counted(length, "element") + ", counted from 0: the last is at "
                            + (length - 1) + ".";
        });
    }

    private static Optional<String> onText(String message) {
        return find(INDEX, message)
                .or(() -> find(RANGE, message))
                .map(found -> "The text has "
                        + counted(Long.parseLong(found.group(found.groupCount())), "character")
                        + ", counted from 0.")
                // what 17 says of it, without the length
                .or(() -> find(OUT_OF_TEXT, message)
                        .map(found -> "The text has no character " + found.group(1)
                                + ": they are counted from 0, and the last is at length() - 1."));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String onNull(String what) {
        return RESULT_OF_CALL.matcher(what).find()
                ? "null has no methods and no fields: that call gave none of the objects it could have given."
                : what + " is null there: it was never given a value, or was given null.";
    }

    private static String onNumber(String text) {
        return text.matches("\\s*[+-]?\\d*\\.\\d+\\s*")
                ? "A number with a point is read by Double.parseDouble."
                : text.isBlank()
                        ? "An empty text is no number."
                        : text.matches("\\s+\\S+|\\S+\\s+")
                                ? "Blanks around a number have to go first: strip()."
                                : "That text is no number of this kind.";
    }

    private static Optional<String> onUnchangeable(Thrown thrown) {
        List<StackTraceElement> frames = thrown.frames();
        String thrower = frames.isEmpty() ? "" : frames.get(0).getClassName();
        return thrower.startsWith("java.util.") && thrower.matches(".*(Immutable|Unmodifiable|Abstract).*")
                ? Optional.of(
                        "This collection cannot be changed (List.of, Map.of, toList and Arrays.asList make such ones):"
                                + " copy it first, as in new ArrayList<>(…).")
                : Optional.empty();
    }
}
