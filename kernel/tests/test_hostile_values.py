"""Exceptions and values whose own methods throw, never return or return nothing: the reader is told, and the kernel goes on."""

import pytest

EXCEPTIONS = {
    "toString throws": 'public String toString() { throw new IllegalStateException("no"); }',
    "toString returns null": "public String toString() { return null; }",
    "getMessage throws": 'public String getMessage() { throw new IllegalStateException("no"); }',
    "getMessage returns null": "public String getMessage() { return null; }",
    "getMessage is endless recursion": "public String getMessage() { return getLocalizedMessage(); }",
    "getMessage returns 100 MB": 'public String getMessage() { return "x".repeat(100_000_000); }',
    "getCause throws": 'public Throwable getCause() { throw new IllegalStateException("no"); }',
    "getCause returns itself": "public Throwable getCause() { return this; }",
    "getCause returns another each time": 'public Throwable getCause() { Bad next = new Bad("next"); next.addSuppressed(new Bad("beside")); return next; }',
    "getStackTrace throws": 'public StackTraceElement[] getStackTrace() { throw new IllegalStateException("no"); }',
    "getStackTrace returns null": "public StackTraceElement[] getStackTrace() { return null; }",
    "getStackTrace returns nulls": "public StackTraceElement[] getStackTrace() { return new StackTraceElement[5]; }",
    "printStackTrace throws": 'public void printStackTrace() { throw new IllegalStateException("no"); }',
}
# a library, because service files are found on the class path alone
RENDERERS = """
package drawn;
import io.jotter.api.*;
public class Drawn {
    public static class Throws extends Drawn {}
    public static class Loops extends Drawn {}
    public static class Nothing extends Drawn {}
    public static class Shows implements Renderer<Drawn> {
        public Class<Drawn> type() { return Drawn.class; }
        public MimeBundle render(Drawn drawn) {
            if (drawn instanceof Nothing) return null;
            if (drawn instanceof Throws) throw new IllegalStateException("cannot draw this");
            System.out.println("started");
            while (true) {}
        }
    }
}
"""
COMPILES = """
var api = java.nio.file.Path.of(Renderer.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-cp", api, "-d", "library", "library/Drawn.java")
"""


@pytest.fixture(autouse=True)
def _goes_on(notebook):
    """In the same worker: none of this costs a variable."""
    notebook.run("int kept = 42;")
    worker = notebook.worker
    yield
    assert notebook.run("kept").text == "42"
    assert notebook.worker == worker


@pytest.fixture(scope="module")
def bad_renderers(notebook):
    services = notebook.folder / "library" / "META-INF" / "services"
    services.mkdir(parents=True)
    (services / "io.jotter.api.Renderer").write_text("drawn.Drawn$Shows")
    (services.parent.parent / "Drawn.java").write_text(RENDERERS)
    assert notebook.run(COMPILES).text == "0"
    assert notebook.run("%classpath library").status == "ok"


def interrupted(notebook, cell):
    """Interrupts a cell when it says that it has started."""
    request = notebook.send(cell)
    notebook.printed(request, "started")
    notebook.interrupt()
    result = notebook.result(request)
    assert result.content["ename"] == "Interrupted", result.error
    return result


@pytest.mark.parametrize("body", EXCEPTIONS.values(), ids=EXCEPTIONS)
def test_an_exception_that_cannot_tell_about_itself_is_still_told(notebook, body):
    notebook.run("class Bad extends RuntimeException {\n    Bad(String message) { super(message); }\n    " + body + "\n}")
    result = notebook.run('throw new Bad("on purpose");')
    assert result.status == "error" and result.content["ename"] == "Bad"
    assert len(result.error) < 300_000


def test_an_exception_whose_message_never_comes_can_be_interrupted(notebook):
    notebook.run('class Endless extends RuntimeException { public String getMessage() { System.out.println("started"); while (true) {} } }')
    interrupted(notebook, "throw new Endless();")


def test_causes_that_go_round_in_a_circle_are_told_once_each(notebook):
    told = notebook.run(
        'var first = new RuntimeException("first");\nvar second = new RuntimeException("second", first);\n'
        "first.initCause(second);\nsecond.addSuppressed(first);\nthrow first;"
    ).error
    assert told.count("RuntimeException: first") == 1 and told.count("RuntimeException: second") == 1


def test_a_value_whose_to_string_throws_is_an_ordinary_error(notebook):
    result = notebook.run('class Shy { public String toString() { throw new IllegalStateException("not shown"); } }\nnew Shy()')
    assert result.content["ename"] == "java.lang.IllegalStateException" and "not shown" in result.error


def test_a_value_whose_to_string_returns_null_is_shown_as_null(notebook):
    notebook.run("class Empty { public String toString() { return null; } }")
    assert notebook.run("new Empty()").text == "null"
    assert notebook.run("new Empty[] {new Empty()}").text == "[null]"


def test_a_value_whose_to_string_never_returns_can_be_interrupted(notebook):
    interrupted(notebook, 'new Object() { public String toString() { System.out.println("started"); while (true) {} } }')


def test_a_value_whose_to_string_is_endless_recursion_is_an_ordinary_error(notebook):
    result = notebook.run('new Object() { public String toString() { return "" + this; } }')
    assert result.content["ename"] == "java.lang.StackOverflowError"


def test_a_huge_text_is_cut_with_a_note(notebook):
    text = notebook.run('new Object() { public String toString() { return "x".repeat(200_000_000); } }').text
    assert len(text) < 110_000 and text.endswith("199900000 more characters not shown")


def test_a_text_that_the_heap_cannot_hold_is_an_ordinary_error(notebook):
    result = notebook.run('new Object() { public String toString() { return "x".repeat(Integer.MAX_VALUE) + "y".repeat(Integer.MAX_VALUE); } }')
    assert result.content["ename"] == "java.lang.OutOfMemoryError"


def test_a_value_that_displays_itself_by_throwing_or_by_nothing_is_told(notebook):
    thrown = notebook.run('class Torn implements Displayable { public MimeBundle toMimeBundle() { throw new IllegalStateException("torn"); } }\nnew Torn()')
    assert thrown.content["ename"] == "java.lang.IllegalStateException"
    nothing = notebook.run("class Blank implements Displayable { public MimeBundle toMimeBundle() { return null; } }\nnew Blank()")
    assert nothing.status == "error" and "toMimeBundle of Blank returned null" in nothing.error
    shown = notebook.run("display(new Blank());")
    assert shown.status == "error" and "returned null" in shown.error


@pytest.mark.usefixtures("bad_renderers")
def test_a_renderer_that_throws_returns_nothing_or_never_returns_is_told(notebook):
    thrown = notebook.run("new drawn.Drawn.Throws()")
    assert thrown.status == "ok" and thrown.text.startswith("drawn.Drawn$Throws"), thrown.error
    assert "The renderer drawn.Drawn$Shows has failed" in thrown.printed("stderr") and "cannot draw this" in thrown.printed("stderr")
    # it has been named
    nothing = notebook.run("new drawn.Drawn.Nothing()")
    assert nothing.text.startswith("drawn.Drawn$Nothing") and nothing.printed("stderr") == ""
    interrupted(notebook, "new drawn.Drawn.Loops()")
