package io.jotter.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A documentation comment as text: HTML and inline tags become Markdown, which reads well as plain text too. */
final class JavadocText {
    private static final Pattern CODE_TAG = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*(?:\\{[^{}]*}[^{}]*)*)}");
    private static final Pattern LINK_TAG = Pattern.compile("\\{@link(?:plain)?\\s+(\\S+?)(?:\\s+([^}]+))?}");
    private static final Pattern PRE = Pattern.compile("(?is)<pre[^>]*>(.*?)</pre>");
    private static final Pattern SNIPPET = Pattern.compile("(?s)\\{@snippet[^:{}]*:\\s*\\n((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern TABLE = Pattern.compile("(?is)<table[^>]*>(.*?)</table>");
    private static final Pattern ROW = Pattern.compile("(?is)<tr[^>]*>(.*?)(?=<tr|</tr>|</?tbody|\\z)");
    private static final Pattern CELL = Pattern.compile("(?is)<t[hd][^>]*>(.*?)(?=<t[hd]|</t[hdr]>|\\z)");
    private static final Pattern BLOCK_TAG =
            Pattern.compile("(?m)^[ \\t]*@(param|return|throws|exception|since|see|deprecated)\\b[ \\t]*(<?\\S*>?)");

    private JavadocText() {}

    static String markdown(String javadoc) {
        List<String> blocks = new ArrayList<>();
        String text = PRE.matcher(javadoc)
                .replaceAll(pre -> Matcher.quoteReplacement("\n\n" + kept(blocks, fenced(pre.group(1))) + "\n\n"));
        text = SNIPPET.matcher(text)
                .replaceAll(code -> Matcher.quoteReplacement("\n\n" + kept(blocks, fenced(code.group(1))) + "\n\n"));
        text = TABLE.matcher(text)
                .replaceAll(table -> Matcher.quoteReplacement("\n\n" + kept(blocks, table(table.group(1))) + "\n\n"));
        text = inline(text);
        text = BLOCK_TAG.matcher(text).replaceAll(JavadocText::blockTag);
        text = text.replaceAll("(?m)[ \\t]+$", "").replaceAll("\\n{3,}", "\n\n").strip();
        for (int i = 0; i < blocks.size(); i++) {
            text = text.replace(place(i), blocks.get(i));
        }
        return text;
    }

    /** What is laid out already goes back in when all else is done. */
    private static String kept(List<String> blocks, String block) {
        blocks.add(block);
        return place(blocks.size() - 1);
    }

    private static String place(int block) {
        return "\u0001" + block + "\u0001";
    }

    private static String fenced(String block) {
        String plain = block.strip().matches("(?s)\\{@code\\b.*}")
                ? block.strip().substring("{@code".length(), block.strip().length() - 1)
                : block.replaceAll("\\{@(?:code|literal) ([^{}]*)}", "$1").replaceAll("</?[A-Za-z][^>]*>", "");
        // an empty last line would count as one that is not indented
        String code = entities(plain).replaceAll("\\A\\s*\\n|\\s+\\z", "");
        return "```java\n" + code.stripIndent() + "\n```";
    }

    private static String table(String html) {
        List<String> rows = new ArrayList<>();
        Matcher row = ROW.matcher(html);
        while (row.find()) {
            List<String> cells = new ArrayList<>();
            Matcher cell = CELL.matcher(row.group(1));
            while (cell.find()) {
                cells.add(inline(cell.group(1))
                        .replaceAll("\\s+", " ")
                        .replace("|", "\\|")
                        .strip());
            }
            rows.add("| " + String.join(" | ", cells) + " |");
            if (rows.size() == 1) {
                rows.add("|" + " --- |".repeat(cells.size()));
            }
        }
        return String.join("\n", rows);
    }

    private static String inline(String javadoc) {
        String text = CODE_TAG.matcher(javadoc).replaceAll("`$1`");
        text = LINK_TAG.matcher(text)
                .replaceAll(link -> "`"
                        + Matcher.quoteReplacement(
                                link.group(2) == null ? link.group(1).replace('#', '.') : link.group(2))
                        + "`");
        // the name of a type parameter looks like a tag
        text = text.replaceAll("(?m)^([ \\t]*@param\\s+)<(\\w+)>", "$1&lt;$2&gt;");
        // a place within the documentation has no address here
        text = text.replaceAll("(?is)<a\\s+href=\"(https?:[^\"]+)\"[^>]*>(.*?)</a>", "[$2]($1)");
        text = text.replaceAll("(?i)</?(?:code|tt)>", "`")
                .replaceAll("(?i)</?(?:em|i)>", "*")
                .replaceAll("(?i)</?(?:b|strong)>", "**")
                .replaceAll("(?i)<li>\\s*", "\n- ")
                .replaceAll("(?i)</?(?:p|ul|ol|dl|dd|dt|div|blockquote|pre|h[1-6])(?:\\s[^>]*)?/?>", "\n\n")
                .replaceAll("</?[A-Za-z][^>]*>", "");
        return entities(text);
    }

    private static String entities(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&#64;", "@")
                .replace("&mdash;", "—")
                .replace("&ndash;", "–")
                .replace("&hellip;", "…")
                .replace("&amp;", "&");
    }

    private static String blockTag(MatchResult tag) {
        String word = tag.group(2);
        String head = switch (tag.group(1)) {
            case "param" -> "- `" + word + "`:";
            case "throws", "exception" -> "- throws `" + word + "`:";
            case "return" -> "- returns " + word;
            default -> "- " + tag.group(1) + " " + word;
        };
        return Matcher.quoteReplacement(head);
    }
}
