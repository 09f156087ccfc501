"""Errors as a reader sees them."""

from talk import plain


def test_an_error_names_its_type_its_message_and_the_line_of_the_cell(notebook):
    result = notebook.run('int one = 1;\n\nthrow new IllegalStateException("on purpose");')
    (error,) = result.of("error")
    assert (error["ename"], error["evalue"]) == ("java.lang.IllegalStateException", "on purpose")
    assert {key: result.content[key] for key in error} == error
    count = result.content["execution_count"]
    assert f'at In [{count}]:3        throw new IllegalStateException("on purpose");' in result.error


def test_a_traceback_goes_through_the_whole_chain_of_causes(notebook):
    declared = notebook.run("int divide(int n) {\n    return 1 / n;\n}").content["execution_count"]
    result = notebook.run(
        "void parse() {\n    try { divide(0); } catch (ArithmeticException e) { throw new IllegalArgumentException(\"middle\", e); }\n}\n"
        "try { parse(); } catch (IllegalArgumentException e) {\n    throw new IllegalStateException(\"outer\", e);\n}"
    )
    count = result.content["execution_count"]
    lines = [line.strip() for line in result.error.splitlines()]
    heads = [line for line in lines if not line.startswith(("at ", "…", "Hint: "))]
    assert heads == [
        "java.lang.IllegalStateException: outer",
        "Caused by: java.lang.IllegalArgumentException: middle",
        "Caused by: java.lang.ArithmeticException: / by zero",
    ]
    assert any(line.startswith(f"at divide(In [{declared}]:2)") for line in lines)
    assert any(line.startswith(f"at parse(In [{count}]:2)") for line in lines)
    assert "REPL" not in result.error and "io.jotter" not in result.error


def test_a_compile_error_points_at_the_users_line_with_a_caret(notebook):
    result = notebook.run("int fine = 1;\n\nint wrong = fine + missing;")
    (error,) = result.of("error")
    assert error["ename"] == "CompileError" and error["evalue"] == "cannot find symbol: variable missing"
    count = result.content["execution_count"]
    assert f"In [{count}]:3: error: cannot find symbol: variable missing\n    int wrong = fine + missing;\n                       ^^^^^^^" in result.error


def test_a_caret_stands_right_behind_an_emoji(notebook):
    lines = notebook.run('String face = "😀" + missing;').error.splitlines()
    # columns in the UTF-16 units of Java: an emoji is two of them, and about as wide on the page
    assert lines[1] == '    String face = "😀" + missing;' and lines[2] == " " * 25 + "^^^^^^^"


def test_an_unknown_magic_is_told_with_what_there_is(notebook):
    result = notebook.run("%mavn a:b:1")
    assert result.of("error")[0]["ename"] == "MagicError" and "%maven" in result.error


def test_an_error_leaves_what_stood_before_it(notebook):
    notebook.run("int kept = 1;")
    notebook.run("kept = 2;\nthrow new Error();")
    assert notebook.run("kept").text == "2"


def test_a_slip_is_told_with_what_to_write(notebook):
    assert "Hint: = gives a variable a value; to compare, write ==." in notebook.run("int n = 3; if (n = 3) { }").error
    assert "Hint: AtomicInteger is not imported: put import java.util.concurrent.atomic.AtomicInteger; above." in notebook.run("AtomicInteger count = null;").error
    assert "the last is at 2" in notebook.run("int[] three = {1, 2, 3}; three[3]").error
    assert "missing is null there" in notebook.run("String missing = null; missing.length()").error


def test_a_warning_is_shown_and_does_not_fail(notebook):
    result = notebook.run("List raw = new ArrayList();\nraw.add(1);\ndouble half = 1 / 2;")
    warned = plain(result.printed("stderr"))
    assert result.status == "ok" and ":2: warning: unchecked call" in warned and ":3: warning: 1 / 2 is 0" in warned


def test_a_preloaded_library_says_what_to_do_about_its_own_errors(notebook):
    shapes = notebook.run("try (NDManager m = NDManager.newBaseManager()) { m.ones(new Shape(2, 3)).matMul(m.ones(new Shape(2, 3))); }")
    assert "Hint: A matrix product needs as many columns on the left (3) as rows on the right (2)" in shapes.error
    closed = notebook.run("var gone = NDManager.newBaseManager(); gone.close(); gone.ones(new Shape(2))")
    assert "Hint: The NDManager is closed" in closed.error
