package io.jotter.worker.render;

import io.jotter.api.MimeBundle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is cut for display, with a note that says so. */
public final class Shortened {
    /** In UTF-16 units: what a browser shows without a stutter. */
    private static final int LONGEST = 100_000;

    /** What a note adds to a text that has been cut already. */
    private static final int NOTE = 200;

    /** Of HTML, a picture and the like, in UTF-16 units or bytes: what a page takes. Cut, such a thing would be broken. */
    private static final int LARGEST = 10_000_000;

    private Shortened() {}

    static String of(CharSequence text) {
        return to(LONGEST, text);
    }

    /** A text of at most so many UTF-16 units, with a note if it was longer. */
    public static String to(int longest, CharSequence text) {
        if (text.length() <= longest) {
            return text.toString();
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.subSequence(0, end) + "\n… " + (text.length() - end) + " more characters not shown";
    }

    /** The text of something with elements, of which not all are in it if the text is full. */
    static String ofElements(StringBuilder text, int elements) {
        return isFull(text)
                ? text.substring(0, LONGEST)
                        + String.format(Locale.ROOT, "\n… and more not shown: %,d elements in all", elements)
                : text.toString();
    }

    /** A bundle that a page can take: plain text is cut, and what else is too large is left out with a note. */
    static MimeBundle of(MimeBundle bundle) {
        if (bundle.data().entrySet().stream().allMatch(entry -> size(entry.getValue()) <= most(entry.getKey()))) {
            return bundle;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        StringBuilder notes = new StringBuilder();
        bundle.data().forEach((mime, content) -> {
            if (mime.equals(MimeBundle.PLAIN)) {
                data.put(mime, content instanceof String text && size(text) > most(mime) ? of(text) : content);
            } else if (size(content) <= LARGEST) {
                data.put(mime, content);
            } else {
                notes.append(String.format(
                        Locale.ROOT,
                        "\n… %s of %,d %s is not shown: at most %,d are. Save it to a file, or show less.",
                        mime,
                        size(content),
                        content instanceof String ? "characters" : "bytes",
                        LARGEST));
            }
        });
        if (notes.length() > 0) {
            data.merge(MimeBundle.PLAIN, notes.substring(1), (plain, note) -> plainText(plain) + "\n" + note);
        }
        return new MimeBundle(data, bundle.metadata());
    }

    private static String plainText(Object content) {
        return content instanceof String text ? text : new String((byte[]) content, StandardCharsets.UTF_8);
    }

    private static int most(String mime) {
        return mime.equals(MimeBundle.PLAIN) ? LONGEST + NOTE : LARGEST;
    }

    private static int size(Object content) {
        return content instanceof String text ? text.length() : ((byte[]) content).length;
    }

    /** Whether a text being built is long enough to stop building it. */
    static boolean isFull(CharSequence text) {
        return text.length() > LONGEST;
    }

    /** Adds a text to one being built, no more of it than can be shown. */
    static void append(StringBuilder text, String more) {
        text.append(more, 0, Math.min(more.length(), Math.max(0, LONGEST + 1 - text.length())));
    }
}
