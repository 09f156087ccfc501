package io.jotter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The functions of a cell. */
class NotebookTests {
    private final RecordingHost host = new RecordingHost();

    @BeforeEach
    void enter() {
        Notebook.runsIn(host);
    }

    @Test
    void outsideAKernelTheFunctionsSayThatTheyNeedOne() throws Exception {
        URL classes = Notebook.class.getProtectionDomain().getCodeSource().getLocation();
        // a class of its own, that no test has ever put into a kernel
        try (URLClassLoader apart = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> notebook = apart.loadClass(Notebook.class.getName());
            assertThat(notebook.getMethod("isRunning").invoke(null)).isEqualTo(false);
            assertThatThrownBy(() -> notebook.getMethod("display", Object.class).invoke(null, "x"))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "Not in a notebook: display, render and their kin work only in a cell that Jotter runs.");
        }
    }

    @Test
    void displayShowsAllRepresentationsUnderAnIdOfItsOwn() {
        String first = Notebook.display(1);
        String second = Notebook.display(1);
        assertThat(first).isNotEqualTo(second);
        assertThat(host.calls).containsExactly("display " + first, "display " + second);
        assertThat(host.shown.get(0).data().keySet())
                .containsExactlyInAnyOrder(MimeBundle.PLAIN, MimeBundle.HTML, MimeBundle.LATEX);
    }

    @Test
    void displayWithChosenTypesShowsThoseAndThePlainText() {
        Notebook.display("x", MimeBundle.LATEX, "image/none");
        assertThat(host.shown.get(0)).isEqualTo(MimeBundle.text("x").with(MimeBundle.LATEX, "$x$"));
    }

    @Test
    void aTextIsWhicheverKindOfTextIsAskedFor() {
        assertThat(Notebook.render("x", MimeBundle.MARKDOWN, MimeBundle.PNG, "application/json"))
                .isEqualTo(MimeBundle.text("x").with(MimeBundle.MARKDOWN, "x").with("application/json", "x"));
        assertThat(Notebook.render(1, MimeBundle.MARKDOWN)).isEqualTo(MimeBundle.text("1"));
        Notebook.updateDisplay("there", "x", MimeBundle.SVG);
        assertThat(host.calls).containsExactly("update there");
        assertThat(host.shown.get(0).data()).containsEntry(MimeBundle.SVG, "x");
    }

    @Test
    void aValueWithADisplayIdIsShownUnderThat() {
        Displayable named = new Displayable() {
            @Override
            public MimeBundle toMimeBundle() {
                return MimeBundle.text("named");
            }

            @Override
            public String displayId() {
                return "mine";
            }
        };
        assertThat(Notebook.display(named)).isEqualTo("mine");
        assertThat(Notebook.display(named, MimeBundle.HTML)).isEqualTo("mine");
        assertThat(host.calls).containsExactly("display mine", "display mine");
    }

    @Test
    void aHandleReplacesWhatItHasShown() {
        DisplayHandle handle = Notebook.live("before");
        handle.update("after");
        assertThat(host.calls).containsExactly("display " + handle.id(), "update " + handle.id());
        assertThat(host.shown.get(1)).isEqualTo(host.render("after"));
    }

    @Test
    void aDecimalPointIsAPointWhateverTheCountry() {
        Locale before = Locale.getDefault();
        PrintStream out = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        Locale.setDefault(Locale.GERMANY);
        try {
            Notebook.printf("%.2f", 0.5);
        } finally {
            Locale.setDefault(before);
            System.setOut(out);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("0.50");
    }

    @Test
    void withNoOneToAskTheReasonIsTheMessage() {
        assertThatThrownBy(() -> Notebook.readLine("name?"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("There is no one to ask.");
    }

    @Test
    void codeAndMagicsYieldTheirValues() {
        String value = Notebook.eval("1 + 1");
        assertThat(value).isEqualTo("value of 1 + 1");
        assertThat(Notebook.<String>lineMagic("jars", List.of("a"))).isEqualTo("jars[a]");
        assertThat(Notebook.<String>cellMagic("html", List.of(), "<b>")).isEqualTo("html[]<b>");
    }

    @Test
    void aMagicOfALambdaSaysAndDoesWhatItWasGiven() throws Exception {
        Magic magic = Magic.of("shout", "%shout words", (arguments, body) -> arguments + "|" + body);
        assertThat(magic.name()).isEqualTo("shout");
        assertThat(magic.help()).isEqualTo("%shout words");
        assertThat(magic.run(List.of("a"), "b")).isEqualTo("[a]|b");
        Notebook.registerMagic(magic);
        assertThat(host.calls).containsExactly("magic shout");
    }
}
