package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.server.session.CompileErrors.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompileErrorsTests {
    private static List<String> describe(String code, Problem... problems) {
        return CompileErrors.describe("In [3]", code, List.of(problems)).stream()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();
    }

    private static Problem at(String code, String span, String message) {
        int start = code.indexOf(span);
        return new Problem(start, start + span.length(), start, message, true);
    }

    @Test
    void theCaretsStandUnderTheSpan() {
        String code = "int x = 1;\nint y = x + foo;";
        assertThat(describe(
                        code,
                        at(
                                code,
                                "foo",
                                "cannot find symbol\n  symbol:   variable foo\n  location: class REPL.$JShell$12")))
                .containsExactly(
                        "In [3]:2: error: cannot find symbol: variable foo",
                        "    int y = x + foo;",
                        "                ^^^");
    }

    @Test
    void tabsStayTabs() {
        String code = "\tint\ty = foo;";
        assertThat(describe(code, at(code, "foo", "m")))
                .containsExactly("In [3]:1: error: m", "    " + code, "    \t   \t    ^^^");
    }

    @Test
    void aSpanOverSeveralLinesHasOneCaretAtItsPlace() {
        String code = "foo(\n  1);";
        assertThat(describe(code, new Problem(0, code.length(), 3, "m", true)))
                .containsExactly("In [3]:1: error: m", "    foo(", "       ^");
    }

    @Test
    void anErrorAtTheEndPointsBehindTheLastCharacter() {
        String code = "int x\n= 1";
        assertThat(describe(code, new Problem(9, 9, 9, "';' expected", true)))
                .containsExactly("In [3]:2: error: ';' expected", "    = 1", "       ^");
    }

    @Test
    void aPlaceOutsideTheCellDoesNotFail() {
        assertThat(describe("\nx", new Problem(-1, -1, -1, "m", true))).startsWith("In [3]:1: error: m");
        assertThat(describe("x", new Problem(50, 60, 55, "m", true))).startsWith("In [3]:1: error: m");
        assertThat(describe("", new Problem(0, 0, 0, "m", true))).startsWith("In [3]:1: error: m");
    }

    @Test
    void warningsSaySo() {
        assertThat(describe("x", new Problem(0, 1, 0, "old", false))).startsWith("In [3]:1: warning: old");
    }

    @Test
    void namesThatJShellMadeUpDoNotAppear() {
        assertThat(describe(
                        "x",
                        new Problem(
                                0,
                                1,
                                0,
                                "incompatible types: REPL.$JShell$11.Foo is no REPL.$JShell$12B.Bar\n"
                                        + "  location: variable x of type REPL.$JShell$11.Foo",
                                true)))
                .containsExactly(
                        "In [3]:1: error: incompatible types: Foo is no Bar",
                        "    x",
                        "    ^",
                        "  location: variable x of type Foo");
    }

    @Test
    void theIndentOfFurtherLinesIsKept() {
        assertThat(describe("x", new Problem(0, 1, 0, "no method\n    method a\n      (because)", true)))
                .endsWith("    method a", "      (because)");
    }

    @Test
    void severalProblemsFollowEachOther() {
        String code = "a;\nb;";
        assertThat(describe(code, at(code, "a", "one"), at(code, "b", "two")))
                .contains("In [3]:1: error: one", "In [3]:2: error: two");
    }
}
