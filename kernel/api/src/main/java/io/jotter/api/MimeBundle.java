package io.jotter.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several representations, richest last or first as it comes: the front end picks.
 *
 * @param data from a MIME type to its content, a {@link String} (text, or JSON as text) or a {@code byte[]} (sent as
 *     Base64)
 * @param metadata from a MIME type to JSON text that describes that representation, for example
 *     {@code {"width": 640}}; mostly empty
 */
public record MimeBundle(Map<String, Object> data, Map<String, String> metadata) {
    public static final String PLAIN = "text/plain";
    public static final String HTML = "text/html";
    public static final String MARKDOWN = "text/markdown";
    public static final String LATEX = "text/latex";
    public static final String SVG = "image/svg+xml";
    public static final String PNG = "image/png";

    /**
     * Copies both maps, in their order.
     *
     * @throws IllegalArgumentException if a content is neither a {@code String} nor a {@code byte[]}
     */
    public MimeBundle {
        data.forEach((mime, content) -> {
            if (mime == null || (!(content instanceof String) && !(content instanceof byte[]))) {
                throw new IllegalArgumentException("The content of " + mime + " must be a String or a byte[], not "
                        + (content == null ? "null" : content.getClass().getName()));
            }
        });
        metadata.forEach((mime, json) -> {
            if (mime == null || json == null) {
                throw new IllegalArgumentException("The metadata of " + mime + " must be a text of JSON, not " + json);
            }
        });
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** A bundle with nothing in it: the value is not shown. */
    public static MimeBundle empty() {
        return new MimeBundle(Map.of(), Map.of());
    }

    /** Plain text alone. */
    public static MimeBundle text(String plain) {
        return new MimeBundle(Map.of(PLAIN, plain), Map.of());
    }

    /** HTML with the plain text that stands in for it in a terminal. */
    public static MimeBundle html(String html, String plain) {
        return text(plain).with(HTML, html);
    }

    /** This bundle and one more representation. */
    public MimeBundle with(String mime, Object content) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(mime, content);
        return new MimeBundle(more, metadata);
    }

    /** This bundle with a description of one representation, as JSON text. */
    public MimeBundle withMetadata(String mime, String json) {
        Map<String, String> more = new LinkedHashMap<>(metadata);
        more.put(mime, json);
        return new MimeBundle(data, more);
    }

    public boolean isEmpty() {
        return data.isEmpty();
    }
}
