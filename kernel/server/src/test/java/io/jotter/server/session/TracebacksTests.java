package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.wire.Thrown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TracebacksTests {
    private static final String CELL = "int x = 1;\n  int y = x / 0;\nvoid f() {}";

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, "In [3]", line);
    }

    private static Thrown thrown(String name, @Nullable String message, StackTraceElement... frames) {
        return new Thrown(name, message, List.of(frames), 0, List.of(), null);
    }

    private static List<String> lines(Thrown thrown) {
        return Tracebacks.of(thrown, name -> name.equals("In [3]") ? CELL : null).stream()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();
    }

    @Test
    void theTopLineHasClassAndMessage() {
        assertThat(lines(thrown("java.lang.IllegalStateException", "boom")))
                .containsExactly("java.lang.IllegalStateException: boom");
    }

    @Test
    void aMissingMessageLeavesNoColon() {
        assertThat(lines(thrown("java.lang.Error", null))).containsExactly("java.lang.Error");
    }

    @Test
    void aMessageOfSeveralLinesKeepsThem() {
        assertThat(lines(thrown("A", "b\nc"))).containsExactly("A: b", "c");
    }

    @Test
    void framesOfCellsReadAsTheUserWroteThem() {
        assertThat(lines(thrown(
                        "java.lang.Error",
                        null,
                        frame("REPL.$JShell$12", "f", 3),
                        frame("REPL.$JShell$12B$Foo", "bar", 1),
                        frame("REPL.$JShell$12B$Foo$Baz", "<init>", 1),
                        frame("REPL.$JShell$4$1", "run", 1),
                        frame("REPL.$JShell$12", "lambda$do_it$$0", 2),
                        frame("REPL.$JShell$12", "do_it$", 2))))
                .containsExactly(
                        "java.lang.Error",
                        "    at f(In [3]:3)        void f() {}",
                        "    at Foo.bar(In [3]:1)        int x = 1;",
                        "    at new Foo.Baz(In [3]:1)        int x = 1;",
                        "    at (anonymous).run(In [3]:1)        int x = 1;",
                        "    at lambda(In [3]:2)        int y = x / 0;",
                        "    at In [3]:2        int y = x / 0;");
    }

    @Test
    void aCellThatIsForgottenHasNoSourceLine() {
        assertThat(lines(thrown("E", null, new StackTraceElement("REPL.$JShell$1", "do_it$", "In [1]", 7))))
                .containsExactly("E", "    at In [1]:7");
    }

    @Test
    void aLineBeyondTheCellHasNoSourceLine() {
        assertThat(lines(thrown("E", null, frame("REPL.$JShell$1", "do_it$", 99))))
                .contains("    at In [3]:99");
    }

    @Test
    void libraryFramesStayBetweenThoseOfCells() {
        assertThat(lines(thrown(
                        "E",
                        null,
                        new StackTraceElement("java.util.Objects", "requireNonNull", "Objects.java", 209),
                        frame("REPL.$JShell$1", "do_it$", 1))))
                .containsExactly(
                        "E",
                        "    at java.util.Objects.requireNonNull(Objects.java:209)",
                        "    at In [3]:1        int x = 1;");
    }

    @Test
    void withoutACellsFrameTenAreShown() {
        List<StackTraceElement> frames = new ArrayList<>();
        for (int i = 1; i <= 14; i++) {
            frames.add(new StackTraceElement("a.B", "c", "B.java", i));
        }
        List<String> lines = lines(new Thrown("E", null, frames, 3, List.of(), null));
        assertThat(lines).hasSize(12).endsWith("    … 7 more");
    }

    @Test
    void hiddenFramesAreCounted() {
        assertThat(lines(new Thrown("E", null, List.of(frame("REPL.$JShell$1", "do_it$", 1)), 5, List.of(), null)))
                .endsWith("    … 5 more");
    }

    @Test
    void theWholeChainIsShown() {
        Thrown root = thrown("Root", "r", frame("REPL.$JShell$1", "do_it$", 2));
        Thrown middle = new Thrown("Middle", null, List.of(), 0, List.of(), root);
        Thrown top = new Thrown("Top", "t", List.of(), 0, List.of(thrown("Closing", "c")), middle);
        assertThat(lines(top))
                .containsExactly(
                        "Top: t",
                        "    Suppressed: Closing: c",
                        "Caused by: Middle",
                        "Caused by: Root: r",
                        "    at In [3]:2        int y = x / 0;");
    }

    @Test
    void anExceptionOfTheUsersOwnHasItsOwnName() {
        assertThat(lines(thrown("REPL.$JShell$11$Oops", "x"))).containsExactly("Oops: x");
    }

    @Test
    void coloursSetTheSourceBack() {
        List<String> coloured = Tracebacks.of(thrown("E", null, frame("REPL.$JShell$1", "do_it$", 1)), name -> CELL);
        assertThat(coloured.get(1)).contains("\u001b[2m        int x = 1;\u001b[0m");
    }
}
