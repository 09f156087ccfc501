package io.jotter.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a cell into Java and magics. Knows enough of Java's tokens to leave a per cent sign alone that stands in a
 * string, a text block or a comment, or that is the remainder operator.
 */
final class CellParser {
    private static final Pattern CELL_MAGIC = Pattern.compile("\\A%%([\\w.]+)([^\\n]*)(?:\\n|\\z)");
    private static final Pattern LINE_MAGIC = Pattern.compile("%([A-Za-z_][\\w.]*)([^\\n]*)");

    private final String code;
    private final List<CellPart> parts = new ArrayList<>();
    private final StringBuilder java = new StringBuilder();
    private int javaLine = 1;
    private int line = 1;
    private int at;
    /** The last character that is neither blank nor comment; a semicolon stands for the beginning. */
    private char before = ';';

    private boolean startOfLine = true;

    private CellParser(String code) {
        this.code = code;
    }

    static List<CellPart> parse(String code) {
        Matcher cellMagic = CELL_MAGIC.matcher(code);
        if (cellMagic.find()) {
            return List.of(new CellPart.CellMagic(
                    cellMagic.group(1), MagicArguments.split(cellMagic.group(2)), code.substring(cellMagic.end())));
        }
        return new CellParser(code).parts();
    }

    private List<CellPart> parts() {
        while (at < code.length()) {
            char c = code.charAt(at);
            if (code.startsWith("//", at)) {
                copy(endOfLine(at));
            } else if (code.startsWith("/*", at)) {
                copy(after("*/", at + 2));
            } else if (code.startsWith("\"\"\"", at)) {
                copyToken(afterQuoted("\"\"\"", at + 3));
            } else if (c == '"' || c == '\'') {
                copyToken(Math.min(afterQuoted(String.valueOf(c), at + 1), endOfLine(at)));
            } else if (c == '%' && startOfLine && isStatementEnd(before) && isMagicName(at + 1)) {
                lineMagic();
            } else if (c == '%' && before == '=' && isMagicName(at + 1)) {
                magicValue();
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

    /** A magic on a line of its own is a part of its own. */
    private void lineMagic() {
        Matcher magic = magicHere();
        endJava();
        parts.add(new CellPart.LineMagic(magic.group(1), MagicArguments.split(magic.group(2)), line));
        at = magic.end();
        before = ';';
        javaLine = line;
    }

    /** A magic behind an equals sign is a call in the middle of Java. */
    private void magicValue() {
        Matcher magic = magicHere();
        List<String> literals = MagicArguments.split(magic.group(2)).stream()
                .map(CellParser::literal)
                .toList();
        java.append("lineMagic(")
                .append(literal(magic.group(1)))
                .append(", java.util.List.of(")
                .append(String.join(", ", literals))
                .append("));");
        at = magic.end();
        before = ';';
    }

    private Matcher magicHere() {
        Matcher magic = LINE_MAGIC.matcher(code).region(at, code.length());
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
    }

    private void endJava() {
        if (!java.toString().isBlank()) {
            parts.add(new CellPart.JavaPart(java.toString(), javaLine));
        }
        java.setLength(0);
        javaLine = line;
    }

    private int endOfLine(int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    private int after(String mark, int from) {
        int end = code.indexOf(mark, from);
        return end < 0 ? code.length() : end + mark.length();
    }

    /** Behind the closing quotes, escaped ones left aside. */
    private int afterQuoted(String quotes, int from) {
        for (int i = from; i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(quotes, i)) {
                return i + quotes.length();
            }
        }
        return code.length();
    }
}
