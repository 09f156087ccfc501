package io.jotter.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a cell into Java and magics. Knows enough of Java's tokens to leave a per cent sign alone that stands in a
 * string, a text block or a comment, or that is the remainder operator.
 */
final class CellParser {
    private static final Pattern CELL_MAGIC = Pattern.compile("\\A%%(\\p{L}[\\p{L}\\p{N}_.-]*)([^\\n]*)(?:\\n|\\z)");
    private static final Pattern LINE_MAGIC = Pattern.compile("%(\\p{L}[\\p{L}\\p{N}_.-]*)([^\\n]*)");

    private static final Pattern SHELL_LINE = Pattern.compile("!([^\\n]*)");

    /** What is Java's negation behind an exclamation mark, as a statement of its own: a call, a bracket, a literal. */
    private static final Pattern NEGATION =
            Pattern.compile("!\\s*(?:!|\\(|(?:true|false)\\b|[\\p{L}_$][\\p{L}\\p{N}_$.]*\\().*|!\\s*");

    /** A list is nothing that Java's negation could yield. */
    private static final Pattern LIST_VARIABLE =
            Pattern.compile("\\bList\\s*<\\s*(?:java\\.lang\\.)?String\\s*>\\s*\\w+\\s*=\\s*\\z");

    private final String code;
    private final List<CellPart> parts = new ArrayList<>();
    private final StringBuilder allJava = new StringBuilder();
    private final StringBuilder java = new StringBuilder();
    private int javaLine = 1;
    private int line = 1;
    private int at;
    /** The last character that is neither blank nor comment; a semicolon stands for the beginning. */
    private char before = ';';

    private boolean startOfLine = true;
    private boolean hasCode;
    private int magicEnd = -1;
    private int openBraces;

    private CellParser(String code) {
        this.code = code;
    }

    static List<CellPart> parse(String code) {
        Matcher cellMagic = CELL_MAGIC.matcher(code);
        if (cellMagic.find()) {
            if (isQuestion(cellMagic.group(2))) {
                return List.of(new CellPart.LineMagic("help", List.of(cellMagic.group(1)), 1));
            }
            return List.of(new CellPart.CellMagic(
                    cellMagic.group(1), MagicArguments.split(cellMagic.group(2)), code.substring(cellMagic.end())));
        }
        List<CellPart> parts = new ArrayList<>(CommentDirectives.in(code));
        parts.addAll(new CellParser(code).parts());
        return List.copyOf(parts);
    }

    /**
     * All the Java of a cell as far as it is written, comments too; what its end means, it means at the cell's end.
     * Empty where the cell ends on the line of a magic, or is a cell magic.
     */
    static Optional<String> javaUpToEnd(String code) {
        if (CELL_MAGIC.matcher(code).find()) {
            return Optional.empty();
        }
        CellParser parser = new CellParser(code);
        parser.parts();
        return parser.magicEnd == code.length() ? Optional.empty() : Optional.of(parser.allJava.toString());
    }

    private List<CellPart> parts() {
        while (at < code.length()) {
            char c = code.charAt(at);
            if (JavaTokens.isComment(code, at)) {
                copy(JavaTokens.end(code, at));
            } else if (JavaTokens.isLiteral(code, at)) {
                copyToken(JavaTokens.end(code, at));
            } else if (c == '%' && startOfLine && isStatementEnd(before) && isMagicName(at + 1)) {
                statement(magicHere(LINE_MAGIC), false);
            } else if (c == '!' && startOfLine && isStatementEnd(before) && isShellLine()) {
                statement(magicHere(SHELL_LINE), true);
            } else if (c == '!' && before == '=' && LIST_VARIABLE.matcher(java).find()) {
                magicValue("sh", magicHere(SHELL_LINE).group(1), "");
            } else if (c == '%' && before == '=' && isMagicName(at + 1)) {
                Matcher magic = magicHere(LINE_MAGIC);
                magicValue(magic.group(1), magic.group(2), "");
            } else {
                copyCharacter(c);
            }
        }
        endJava();
        return parts;
    }

    private static boolean isStatementEnd(char c) {
        return c == ';' || c == '}' || c == '{';
    }

    private boolean isMagicName(int index) {
        return index < code.length() && Character.isLetter(code.charAt(index));
    }

    /** {@code %name?} asks how a magic is used. */
    private static boolean isQuestion(String arguments) {
        return arguments.strip().equals("?");
    }

    private boolean isShellLine() {
        return !NEGATION.matcher(magicHere(SHELL_LINE).group()).matches();
    }

    /** A magic on a line of its own is a part of its own; in a block that would tear it. */
    private void statement(Matcher magic, boolean shell) {
        String name = shell ? "sh" : magic.group(1);
        String line = shell ? magic.group(1) : magic.group(2);
        if (openBraces == 0 && !shell && isQuestion(line)) {
            lineMagic("help", name);
        } else if (openBraces == 0) {
            lineMagic(name, line);
        } else {
            magicValue(name, line, MagicArguments.takesWholeLine(name) ? "%" : "");
        }
    }

    private void lineMagic(String name, String arguments) {
        endJava();
        parts.add(new CellPart.LineMagic(name, MagicArguments.of(name, arguments), line));
        at = endOfLine();
        magicEnd = at;
        before = ';';
        javaLine = line;
    }

    /**
     * A magic behind an equals sign or in a block is a call in the middle of Java.
     *
     * @param sign stands before the name where nobody wants the value
     */
    private void magicValue(String name, String line, String sign) {
        List<String> literals = MagicArguments.of(name, withoutSemicolon(line)).stream()
                .map(CellParser::literal)
                .toList();
        java.append("lineMagic(")
                .append(literal(sign + name))
                .append(", java.util.List.of(")
                .append(String.join(", ", literals))
                .append("));");
        hasCode = true;
        at = endOfLine();
        magicEnd = at;
        before = ';';
    }

    private int endOfLine() {
        int end = code.indexOf('\n', at);
        return end < 0 ? code.length() : end;
    }

    /** Whoever assigns a magic's value tends to end the statement as Java has it. */
    private static String withoutSemicolon(String arguments) {
        String text = arguments.stripTrailing();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    private Matcher magicHere(Pattern form) {
        Matcher magic = form.matcher(code).region(at, code.length());
        if (!magic.lookingAt()) {
            throw new IllegalStateException("No magic at " + at);
        }
        return magic;
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void copyCharacter(char c) {
        java.append(c);
        at++;
        if (c == '\n') {
            line++;
            startOfLine = true;
        } else if (!Character.isWhitespace(c)) {
            before = c;
            startOfLine = false;
            hasCode = true;
            openBraces = JavaTokens.braces(openBraces, c);
        }
    }

    /** Copies what is no token: it does not change what stands before. */
    private void copy(int end) {
        String text = code.substring(at, end);
        java.append(text);
        line += (int) text.chars().filter(c -> c == '\n').count();
        at = end;
    }

    private void copyToken(int end) {
        copy(end);
        before = '"';
        startOfLine = false;
        hasCode = true;
    }

    /** Comments alone are no part: a magic above them is still the cell's last, whose value is shown. */
    private void endJava() {
        if (hasCode) {
            parts.add(new CellPart.JavaPart(java.toString(), javaLine));
        }
        allJava.append(java);
        java.setLength(0);
        hasCode = false;
        javaLine = line;
    }
}
