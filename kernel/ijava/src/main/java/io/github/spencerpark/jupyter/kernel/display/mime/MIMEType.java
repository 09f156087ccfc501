package io.github.spencerpark.jupyter.kernel.display.mime;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A MIME type, taken apart as RFC 6838 has it: {@code group/tree.subtype+suffix}. Group and subtype may be wildcards. */
public class MIMEType {
    private static final String WILDCARD = "*";
    private static final Pattern FORM =
            Pattern.compile("([\\w!#$&^+.-]+|\\*)(?:/(?:([\\w!#$&^-]+)\\.)?(\\*|[\\w!#$&^.-]+(?:\\+[\\w!#$&^.-]+)*?)"
                    + "(?:\\+([\\w!#$&^.-]+))?)?");

    public static final MIMEType ANY = new MIMEType(WILDCARD, null, WILDCARD, null);
    public static final MIMEType APPLICATION_XML = parse("application/xml");
    public static final MIMEType APPLICATION_JSON = parse("application/json");
    public static final MIMEType APPLICATION_JAVASCRIPT = parse("application/javascript");
    public static final MIMEType APPLICATION_PDF = parse("application/pdf");
    public static final MIMEType TEXT_HTML = parse("text/html");
    public static final MIMEType TEXT_MARKDOWN = parse("text/markdown");
    public static final MIMEType TEXT_LATEX = parse("text/latex");
    public static final MIMEType TEXT_PLAIN = parse("text/plain");
    public static final MIMEType TEXT_CSS = parse("text/css");
    public static final MIMEType IMAGE_PNG = parse("image/png");
    public static final MIMEType IMAGE_JPEG = parse("image/jpeg");
    public static final MIMEType IMAGE_GIF = parse("image/gif");
    public static final MIMEType IMAGE_SVG = parse("image/svg+xml");

    private final String group;
    private final @Nullable String tree;
    private final @Nullable String subtype;
    private final @Nullable String suffix;

    public MIMEType(String group, @Nullable String tree, @Nullable String subtype, @Nullable String suffix) {
        this.group = Objects.requireNonNull(group, "group");
        this.tree = tree;
        this.subtype = subtype;
        this.suffix = suffix;
    }

    /**
     * Takes a text apart.
     *
     * @throws MIMETypeParseException if it is no MIME type
     */
    public static MIMEType parse(String text) {
        if (text.equals(WILDCARD)) {
            return ANY;
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new MIMETypeParseException("\"" + text + "\" is no MIME type. They look like text/html.");
        }
        return new MIMEType(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
    }

    public String getGroup() {
        return group;
    }

    public @Nullable String getTree() {
        return tree;
    }

    public @Nullable String getSubtype() {
        return subtype;
    }

    public @Nullable String getSuffix() {
        return suffix;
    }

    public boolean hasTree() {
        return tree != null;
    }

    public boolean hasSubtype() {
        return subtype != null;
    }

    public boolean hasSuffix() {
        return suffix != null;
    }

    public MIMEType withoutSuffix() {
        return new MIMEType(group, tree, subtype, null);
    }

    public boolean subtypeIsWildcard() {
        return WILDCARD.equals(subtype);
    }

    public boolean isWildcard() {
        return WILDCARD.equals(group);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MIMEType type && toString().equals(type.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return group
                + (subtype == null ? "" : "/")
                + (tree == null ? "" : tree + ".")
                + (subtype == null ? "" : subtype)
                + (suffix == null ? "" : "+" + suffix);
    }
}
