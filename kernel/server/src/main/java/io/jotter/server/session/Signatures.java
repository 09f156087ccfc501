package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jspecify.annotations.Nullable;

/** What was found as a page shows it: the signatures, below each what is written of it, and for a call where one is in it. */
final class Signatures {
    private final OwnJavadoc own;
    private final LibraryJavadoc libraries;

    Signatures(OwnJavadoc own, LibraryJavadoc libraries) {
        this.own = own;
        this.libraries = libraries;
    }

    /**
     * May fetch sources.
     *
     * @param call the call of the first that is being written, if one is
     * @param all whether each is to come with its documentation, not the first alone
     */
    MimeBundle of(List<Documentation> found, @Nullable OpenCall call, boolean all) {
        StringBuilder plain = new StringBuilder();
        StringBuilder markdown = new StringBuilder();
        for (int i = 0; i < found.size(); i++) {
            Documentation each = found.get(i);
            plain.append(each.signature()).append('\n');
            markdown.append("```java\n").append(each.signature()).append("\n```\n");
            if (i == 0 && call != null) {
                here(each.signature(), call).ifPresent(place -> {
                    plain.append(place.replace("`", "").replace("*", "")).append('\n');
                    markdown.append('\n').append(place).append("\n\n");
                });
            }
            String javadoc = all || i == 0 ? javadoc(each) : "";
            if (!javadoc.isBlank()) {
                String text = JavadocText.markdown(javadoc);
                plain.append(text).append("\n\n");
                markdown.append('\n').append(text).append("\n\n");
            }
        }
        return MimeBundle.text(plain.toString().stripTrailing())
                .with(MimeBundle.MARKDOWN, markdown.toString().stripTrailing());
    }

    private String javadoc(Documentation each) {
        String read = each.javadoc();
        if (read != null && !read.isBlank()) {
            return read;
        }
        return own.of(each.signature()).or(() -> libraries.of(each.signature())).orElse("");
    }

    /** Which parameter it is whose argument is being written. */
    private static Optional<String> here(String signature, OpenCall call) {
        int count = Parameter.of(signature).size();
        int number = Math.min(count, Math.max(1, call.arguments()));
        return Parameter.current(signature, call)
                .map(current ->
                        String.format(Locale.ROOT, "Parameter %d of %d: **`%s`**", number, count, current.text()));
    }
}
