package io.jotter.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The functions that every cell can call without an import. They act on the kernel in whose worker they run.
 *
 * <p>The host is the one static reference in Jotter: a cell's functions have no object to hang on.
 */
public final class Notebook {
    private static volatile @Nullable Host host;

    private Notebook() {}

    /** Called once by the worker before the first cell, and by tests. */
    public static void runsIn(Host newHost) {
        host = newHost;
    }

    /**
     * The kernel behind these functions.
     *
     * @throws IllegalStateException outside a notebook
     */
    public static Host host() {
        Host current = host;
        if (current == null) {
            throw new IllegalStateException(
                    "Not in a notebook: display, render and their kin work only in a cell that Jotter runs.");
        }
        return current;
    }

    /** Whether a kernel is there to show things; a program outside a notebook then prints instead. */
    public static boolean isRunning() {
        return host != null;
    }

    /** How a value looks in a notebook, as a bundle of representations. */
    public static MimeBundle render(@Nullable Object value) {
        return host().render(value);
    }

    /**
     * The representations of these MIME types only; plain text is always among them. A text is whichever kind of text is
     * asked for: {@code render("<b>bold</b>", "text/html")}.
     */
    public static MimeBundle render(@Nullable Object value, String... mimes) {
        MimeBundle whole = render(value);
        MimeBundle chosen = MimeBundle.empty();
        List<String> wanted = List.of(mimes);
        for (var entry : whole.data().entrySet()) {
            if (entry.getKey().equals(MimeBundle.PLAIN) || wanted.contains(entry.getKey())) {
                chosen = chosen.with(entry.getKey(), entry.getValue());
            }
        }
        if (value instanceof CharSequence text) {
            for (String mime : wanted) {
                if (isText(mime) && !chosen.data().containsKey(mime)) {
                    chosen = chosen.with(mime, text.toString());
                }
            }
        }
        for (var entry : whole.metadata().entrySet()) {
            if (chosen.data().containsKey(entry.getKey())) {
                chosen = chosen.withMetadata(entry.getKey(), entry.getValue());
            }
        }
        return chosen;
    }

    private static boolean isText(String mime) {
        return mime.startsWith("text/") || mime.endsWith("json") || mime.endsWith("xml") || mime.endsWith("javascript");
    }

    /** Shows a value under the running cell; the id to {@link #updateDisplay} it by. */
    public static String display(@Nullable Object value) {
        return show(value, render(value));
    }

    /** Shows the representations of these MIME types only, as {@link #render(Object, String...)} has them. */
    public static String display(@Nullable Object value, String... mimes) {
        return show(value, render(value, mimes));
    }

    private static String show(@Nullable Object value, MimeBundle bundle) {
        String own = value instanceof Displayable displayable ? displayable.displayId() : null;
        String id = own == null ? UUID.randomUUID().toString() : own;
        host().display(bundle, id);
        return id;
    }

    /** Shows a value and keeps a handle to replace it. */
    public static DisplayHandle live(@Nullable Object value) {
        return new DisplayHandle(display(value));
    }

    /** Replaces what {@link #display} showed by that id. */
    public static void updateDisplay(String id, @Nullable Object value) {
        host().updateDisplay(render(value), id);
    }

    /** The same with the representations of these MIME types only. */
    public static void updateDisplay(String id, @Nullable Object value, String... mimes) {
        host().updateDisplay(render(value, mimes), id);
    }

    /** Removes what the running cell has shown so far. */
    public static void clearOutput() {
        host().clearOutput(false);
    }

    public static Html html(String source) {
        return new Html(source);
    }

    public static Markdown markdown(String source) {
        return new Markdown(source);
    }

    /** Prints by a format, in the root locale: a decimal point is a point. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of every notebook's
    public static void printf(String format, @Nullable Object... arguments) {
        System.out.print(String.format(Locale.ROOT, format, arguments));
    }

    /**
     * Asks the reader for a line of text.
     *
     * @throws UncheckedIOException if there is no one to ask
     */
    public static String readLine(String prompt) {
        return ask(prompt, false);
    }

    /** Asks for a line that is not shown while it is typed. */
    public static String readPassword(String prompt) {
        return ask(prompt, true);
    }

    private static String ask(String prompt, boolean password) {
        try {
            return host().readLine(prompt, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Compiles and runs Java in the notebook's own scope; the value of its last expression, or null. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller names the type, as with a cast
    public static <T> @Nullable T eval(String code) {
        return (T) host().eval(code);
    }

    /** Runs a line magic, as {@code %name arguments} does. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller names the type, as with a cast
    public static <T> @Nullable T lineMagic(String name, List<String> arguments) {
        return (T) host().lineMagic(name, arguments);
    }

    /** Runs a cell magic, as {@code %%name arguments} does. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller names the type, as with a cast
    public static <T> @Nullable T cellMagic(String name, List<String> arguments, String body) {
        return (T) host().cellMagic(name, arguments, body);
    }

    /**
     * Makes a magic known, from the next line on: {@code %name}, {@code %%name}. It takes the place of one of its name, and
     * lives as long as the worker.
     *
     * @throws IllegalArgumentException if that is no name for a magic
     */
    public static void registerMagic(Magic magic) {
        host().registerMagic(magic);
    }

    /** Has values of the renderer's type shown by it, from now on, as long as the worker lives. */
    public static void registerRenderer(Renderer<?> renderer) {
        host().registerRenderer(renderer);
    }
}
