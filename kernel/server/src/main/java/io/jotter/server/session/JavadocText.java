package io.jotter.server.session;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A documentation comment as text: HTML and inline tags become Markdown, which reads well as plain text too. */
final class JavadocText {
    private static final Pattern CODE_TAG = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*(?:\\{[^{}]*}[^{}]*)*)}");
    private static final Pattern LINK_TAG = Pattern.compile("\\{@link(?:plain)?\\s+(\\S+?)(?:\\s+([^}]+))?}");
    private static final Pattern BLOCK_TAG =
            Pattern.compile("(?m)^[ \\t]*@(param|return|throws|exception|since|see|deprecated)\\b[ \\t]*(<?\\S*>?)");

    private JavadocText() {}

    static String markdown(String javadoc) {
        String text = CODE_TAG.matcher(javadoc).replaceAll("`$1`");
        text = LINK_TAG.matcher(text)
                .replaceAll(link -> "`"
                        + Matcher.quoteReplacement(
                                link.group(2) == null ? link.group(1).replace('#', '.') : link.group(2))
                        + "`");
        // the name of a type parameter looks like a tag
        text = text.replaceAll("(?m)^([ \\t]*@param\\s+)<(\\w+)>", "$1&lt;$2&gt;");
        text = text.replaceAll("(?i)</?(?:code|tt)>", "`")
                .replaceAll("(?i)</?(?:em|i)>", "*")
                .replaceAll("(?i)</?(?:b|strong)>", "**")
                .replaceAll("(?i)<li>\\s*", "\n- ")
                .replaceAll("(?i)</?(?:p|ul|ol|dl|dd|dt|div|blockquote|pre|h[1-6])(?:\\s[^>]*)?/?>", "\n\n")
                .replaceAll("</?[A-Za-z][^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        text = BLOCK_TAG.matcher(text).replaceAll(JavadocText::blockTag);
        return text.replaceAll("(?m)[ \\t]+$", "").replaceAll("\\n{3,}", "\n\n").strip();
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
