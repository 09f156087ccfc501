package io.jotter.server.session;

import io.jotter.server.engine.SnippetOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence on what to write instead, for the slips that nearly all compile errors of beginners are. */
final class CompileHints {
    /** Where the compiler stopped. */
    private record Place(String code, int at) {
        boolean stands(String mark) {
            return code.startsWith(mark, at);
        }

        String line() {
            int start = code.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
            int end = code.indexOf('\n', start);
            return code.substring(Math.min(start, code.length()), end < 0 ? code.length() : end);
        }
    }

    @FunctionalInterface
    private interface Sentence {
        /** Empty where this is not the slip. */
        String on(MatchResult message, Place place);
    }

    private record Slip(Pattern message, Sentence sentence) {
        static Slip of(String message, Sentence sentence) {
            return new Slip(Pattern.compile(message), sentence);
        }

        static Slip of(String message, String sentence) {
            return of(message, (found, place) -> sentence);
        }
    }

    private static final Map<String, String> MADE_BY = Map.of(
            "List", "new ArrayList<>() or List.of(…)",
            "Set", "new HashSet<>() or Set.of(…)",
            "Map", "new HashMap<>() or Map.of(…)",
            "Queue", "new ArrayDeque<>()",
            "Deque", "new ArrayDeque<>()");

    private static final Map<String, String> BOXES = Map.of(
            "int",
            "Integer",
            "double",
            "Double",
            "long",
            "Long",
            "boolean",
            "Boolean",
            "char",
            "Character",
            "float",
            "Float",
            "byte",
            "Byte",
            "short",
            "Short");

    /** The first that has something to say does. */
    private static final List<Slip> SLIPS = List.of(
            Slip.of("^'[^']+' expected|^not a statement|^'?\\.class'? expected", CompileHints::onForeignWords),
            Slip.of(
                    "^illegal start of expression",
                    (found, place) -> place.line().contains("===")
                            ? "Java compares with == alone, and the contents of objects with equals: there is no ===."
                            : ""),
            Slip.of("^';' expected", CompileHints::onSemicolon),
            Slip.of(
                    "^'([)\\]}])' expected",
                    (found, place) -> "A bracket that was opened before is not closed: put " + found.group(1)
                            + " where the mark stands."),
            Slip.of("cannot be converted to boolean", CompileHints::onCondition),
            Slip.of("possible lossy conversion from (\\w+) to (\\w+)", CompileHints::onLossy),
            Slip.of(
                    "^missing return statement",
                    "Every way through the method has to end with return and a value (or throw): one reaches this bracket"
                            + " without."),
            Slip.of(
                    "^unclosed character literal",
                    "Text stands in double quotes, as in \"abc\"; single quotes are for one character, as in 'a'."),
            Slip.of(
                    "^unclosed string literal",
                    "The text that begins here lacks its closing \"; one of several lines stands between \"\"\" and"
                            + " \"\"\"."),
            Slip.of("^reached end of file while parsing", (found, place) -> onOpen(place.code())),
            Slip.of("non-static (method|variable) (\\w+)(\\(.*\\))? cannot be referenced", CompileHints::onInstance),
            Slip.of("unreported exception (?:\\w+\\.)*(\\w+);", CompileHints::onUnreported),
            Slip.of("String cannot be converted to char$", "A char stands in single quotes, as in 'a'."),
            Slip.of("String cannot be converted to (?:int|Integer)$", "Integer.parseInt(…) makes a number of a text."),
            Slip.of(
                    "String cannot be converted to (?:double|Double)$",
                    "Double.parseDouble(…) makes a number of a text."),
            Slip.of(
                    "^incompatible types: (int|double|long|char|boolean|float) cannot be converted to (?:java\\.lang\\.)?String$",
                    "String.valueOf(…) makes a text of it; so does \"\" + … ."),
            Slip.of(
                    "^variable (\\w+) might not have been initialized",
                    (found, place) -> "Give " + found.group(1)
                            + " a value where it is declared, or on every way that leads here."),
            Slip.of(
                    "^(?:\\w+\\.)*(\\w+) is abstract; cannot be instantiated",
                    (found, place) -> MADE_BY.containsKey(found.group(1))
                            ? found.group(1) + " says only what it can do: make one with " + MADE_BY.get(found.group(1))
                                    + "."
                            : "An interface or abstract class has no objects of its own: make one of a class that implements it."),
            Slip.of(
                    "^unexpected type\\s+required: +(?:reference|class)\\s+found: +(\\w+)",
                    (found, place) -> "Between < and > stand classes: " + BOXES.getOrDefault(found.group(1), "Integer")
                            + " instead of " + found.group(1) + "."),
            Slip.of(
                    "^variable (\\w+) is already defined",
                    (found, place) -> "To give " + found.group(1)
                            + " another value, leave out its type; for a variable of its own, choose another name."),
            Slip.of(
                    "^(?:incomparable types|bad operand types for binary operator '[!=]=')",
                    "Only what is of one kind can be"
                            + " compared: parse the text into a number, or make a text of the number."),
            Slip.of(
                    "^bad operand types for binary operator",
                    "This operator is not for values of these types; of text, only + is to be had."),
            Slip.of(
                    "^(\\w+) cannot be dereferenced",
                    (found, place) -> found.group(1) + " is a plain value and has no methods" + " or fields; the class "
                            + BOXES.getOrDefault(found.group(1), "Integer") + " has some for it."),
            Slip.of(
                    "must be final or effectively final|should be final or effectively final|referenced from a lambda expression must be",
                    "What a lambda uses must not change: copy it into a variable of its own before, or keep what changes in an"
                            + " array or an AtomicInteger."),
            Slip.of(
                    "does not override abstract method (\\w+\\([^)]*\\))",
                    (found, place) -> "Write that method, public, into the class: "
                            + found.group(1).replaceAll("(?:\\w+\\.)+", "") + "."),
            Slip.of("attempting to assign weaker access", "Put public in front of the method."),
            Slip.of("^no interface expected here", "A class implements an interface, and extends a class."),
            Slip.of("^interface expected here", "A class extends a class, and implements interfaces."),
            Slip.of(
                    "^cannot infer type for local variable (\\w+)",
                    (found, place) -> "var takes its type from the value behind =; write the type of " + found.group(1)
                            + " out here."));

    private CompileHints() {}

    /** On the first of the problems, which the others may follow from. */
    static Optional<String> on(List<SnippetOutcome.Problem> problems, String snippet) {
        return problems.stream()
                .filter(SnippetOutcome.Problem::error)
                .findFirst()
                .flatMap(problem -> on(
                        problem.message(),
                        new Place(snippet, Math.max(0, Math.min(problem.position(), snippet.length())))));
    }

    private static Optional<String> on(String message, Place place) {
        for (Slip slip : SLIPS) {
            Matcher found = slip.message().matcher(message);
            if (found.find()) {
                String sentence = slip.sentence().on(found.toMatchResult(), place);
                if (!sentence.isEmpty()) {
                    return Optional.of(sentence);
                }
            }
        }
        return Optional.empty();
    }

    private static String onForeignWords(MatchResult message, Place place) {
        String line = place.line().strip();
        if (line.matches("(?:}\\s*)?(?:elseif|elsif|elif)\\b.*")) {
            return "Java writes else if, in two words.";
        }
        if (line.startsWith("foreach")) {
            return "Java writes for (… : …) for each element, too.";
        }
        return "";
    }

    private static String onSemicolon(MatchResult message, Place place) {
        return place.line().matches("\\s*for\\s*\\([^;]*")
                ? "The three parts of a for are parted by semicolons: for (int i = 0; i < n; i++)."
                : "A statement ends with a semicolon: put one where the mark stands.";
    }

    private static String onCondition(MatchResult message, Place place) {
        if (place.stands("=") && !place.stands("==")) {
            return "= gives a variable a value; to compare, write ==.";
        }
        return "Java takes only true or false here: write the comparison out, as in n != 0.";
    }

    private static String onLossy(MatchResult message, Place place) {
        String from = message.group(1);
        String to = message.group(2);
        if (from.equals("double") && to.equals("float")) {
            return "Numbers with a point are double: write 3.5f for a float, or declare the variable double.";
        }
        boolean fraction = from.equals("double") || from.equals("float");
        return (to.equals("int") ? "An " : "A ") + to + " does not hold every " + from + ": declare it " + from
                + ", or write (" + to + ") in front"
                + (fraction
                        ? ", which cuts off the fraction (Math.round rounds)."
                        : ", which cuts off what is too large.");
    }

    private static String onOpen(String snippet) {
        String code = JavaTokens.codeOnly(snippet);
        for (String pair : List.of("{}", "()", "[]")) {
            long open = code.chars().filter(c -> c == pair.charAt(0)).count();
            long closed = code.chars().filter(c -> c == pair.charAt(1)).count();
            if (open > closed) {
                return "Of the opening " + pair.charAt(0) + " here, " + (open - closed)
                        + (open - closed == 1 ? " is" : " are") + " not closed by " + pair.charAt(1) + ".";
            }
        }
        return "";
    }

    private static String onInstance(MatchResult message, Place place) {
        boolean method = message.group(1).equals("method");
        return (method ? message.group(2) + "()" : message.group(2))
                + " belongs to an object, not to its class: make one with new and ask that, or declare it static.";
    }

    private static String onUnreported(MatchResult message, Place place) {
        String type = message.group(1);
        int arrow = place.code().lastIndexOf("->", place.at());
        int end = arrow < 0 ? -1 : place.code().indexOf(';', arrow);
        return arrow >= 0 && (end < 0 || end >= place.at() || place.code().indexOf('{', arrow) >= 0)
                ? "A lambda has no throws: catch it within, by try { … } catch (" + type + " e) { … }."
                : "Catch it by try { … } catch (" + type + " e) { … }, or put throws " + type + " behind the method's"
                        + " parameters.";
    }
}
