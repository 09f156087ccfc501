"""Java as it is written in cells and pasted from files: what JShell trips over, and what a cell is not."""

import pytest


def failed(result):
    assert result.status == "error" and result.content["ename"] == "CompileError"
    return result.error


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ('if (1 > 2) { System.out.print("if"); }\nelse { System.out.print("else"); }', "else"),
        ('if (1 > 2) System.out.print(1);\nelse if (2 > 3) System.out.print(2);\n\n// neither\nelse\n{\n  System.out.print(3);\n}', "3"),
        ('try { int k = 1 / 0; }\ncatch (ArithmeticException e) { System.out.print("caught "); }\nfinally { System.out.print("finally"); }', "caught finally"),
        ('do { System.out.print("once"); }\nwhile (false);', "once"),
    ],
)
def test_a_statement_goes_on_in_the_next_line(notebook, code, printed):
    assert notebook.run(code).printed() == printed


def test_a_chain_of_calls_goes_on_with_dots_and_comments_between(notebook):
    assert notebook.run("Stream.of(1, 2, 3)\n    // doubled\n    .map(n -> n * 2)\n\n    .toList()").text == "[2, 4, 6]"
    assert notebook.run("var chain = Stream.of(1, 2)\n.map(n -> n + 1)\n.toList();\nchain").text == "[2, 3]"


@pytest.mark.parametrize("code", ["", "// only this", "/* and\n this */", "/** or this */", ";", ";;\n;"])
def test_nothing_to_do_is_no_error(notebook, code):
    result = notebook.run(code)
    assert result.status == "ok" and result.data == {}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("class Near {} new Near() instanceof Near", "true"),
        ("int one = 1;; ; one", "1"),
        ("// first\n/* then */ @Deprecated\nint marked() { return 2; }\nmarked()", "2"),
        ("@FunctionalInterface interface Maker { int make(); }\nMaker maker = () -> 3;\nmaker.make()", "3"),
        ("int größe = 4, \\u0061lpha = 1; größe + alpha", "5"),
        ('String π = "\\u03c0"; π', "π"),
        ("int a =\t5;\r\nif (a > 6) {\r\n\ta = 0;\r\n}\r\nelse {\r\n\ta++;\r\n}\r\na\r\n", "6"),
        ("import static java.lang.Math.*;\nabs(-7)", "7"),
        ("private static final int PRIVATE = 8;\nPRIVATE", "8"),
        ("public static int open() { return 9; }\nopen()", "9"),
        ("static class Static { private static int n = 10; static int n() { return n; } }\nStatic.n()", "10"),
        ("protected volatile int mixed = 11;\nmixed", "11"),
        ('public class Hello {\n    public static void main(String[] args) {\n        System.out.print(args.length);\n    }\n}\nHello.main(new String[12]);\n12', "12"),
        ("int zero;\nzero", "0"),
    ],
)
def test_what_a_file_or_a_book_has_runs_as_it_is_written(notebook, code, text):
    assert notebook.run(code).text == text


def test_a_final_variable_is_final(notebook):
    notebook.run("final int FIXED = 7;\nprivate static final List<String> NAMES = new ArrayList<>();")
    assert "cannot assign a value to final variable FIXED\n    FIXED = 8;\n    ^^^^^\n" in failed(notebook.run("FIXED = 8;")) + "\n"
    assert "final variable FIXED" in failed(notebook.run("FIXED++"))
    assert "final variable FIXED" in failed(notebook.run("void change() { FIXED += 1; }"))
    assert "cannot find symbol" in failed(notebook.run("change()"))
    assert "final variable NAMES" in failed(notebook.run("NAMES = null;"))
    assert notebook.run('NAMES.add("kept");\nNAMES + " " + FIXED').text == "[kept] 7"


def test_a_final_variable_may_be_declared_anew_or_given_its_value_late(notebook):
    assert notebook.run("final int AGAIN = 1;").status == notebook.run("final int AGAIN = 2;").status == "ok"
    assert notebook.run("int AGAIN = 3;\nAGAIN = 4;\nAGAIN").text == "4"
    assert notebook.run('final String LATE;\nLATE = "now";\nLATE').text == "now"


def test_a_return_outside_of_a_method_is_an_error_in_words(notebook):
    error = failed(notebook.run("int here = 1;\nif (here > 0) {\n    return 5;\n}\nhere = 2;"))
    assert ":3: error: return outside of a method\n        return 5;\n        ^^^^^^^^^\n" in error
    assert "write the value alone" in error
    assert notebook.run("here").text == "1"
    assert notebook.run("for (int i = 0; i < 1; i++) { Supplier<Integer> s = () -> { return 3; }; here = s.get(); }\nhere").text == "3"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("package org.example;\npublic class Pasted {}", "A cell has no package line: leave it out."),
        ("this.toString()", "A cell's code belongs to no object"),
        ("super.hashCode()", "A cell's code belongs to no object"),
        ("else { int n = 1; }", "This goes on with a statement that has ended"),
        ("catch (Exception e) {}", "This goes on with a statement that has ended"),
        ("}", "This bracket closes none that this cell has opened."),
        ("synchronized void guarded() {}", "put synchronized (lock) { … } around its body"),
        ("break;", "break outside switch or loop"),
        ("continue;", "continue outside of loop"),
        ("int a = 1 int b = 2;", "';' expected"),
        ("int a = 1\nint b = 2", "';' expected"),
        ("void open() {", "reached end of file while parsing"),
        ('String open = "text;', "unclosed string literal"),
        ("long big = 3000000000;", "integer number too large"),
        ("char two = 'ab';", "unclosed character literal"),
        ("List<int> ints;", "required: reference"),
        ("var nothing = null;", "cannot infer type for local variable nothing"),
    ],
)
def test_what_is_no_java_for_a_cell_is_told_in_words(notebook, code, words):
    assert words in failed(notebook.run(code))


def test_every_error_of_a_snippet_is_shown_in_its_own_line_with_a_caret(notebook):
    result = notebook.run('int fine = 1;\nvoid wrong() {\n    int n = "text";\n\tString s = 3;\n    unknown();\n}\nfine = 2;')
    count = result.content["execution_count"]
    errors = failed(result).split(f"In [{count}]:")[1:]
    assert [error.split(": ")[0] for error in errors] == ["3", "4", "5"]
    assert '\n        int n = "text";\n                ^^^^^^\n' in errors[0]
    assert "\n    \tString s = 3;\n    \t           ^\n" in errors[1]
    assert "\n        unknown();\n        ^^^^^^^\n" in errors[2]


def test_what_stands_above_a_compile_error_has_run_and_what_stands_below_has_not(notebook):
    notebook.run("int above = 1, below = 1;")
    assert failed(notebook.run("above = 2;\nint broken = above +;\nbelow = 2;"))
    assert notebook.run('above + " " + below').text == "2 1"
    assert "cannot find symbol" in failed(notebook.run("broken"))


def test_an_exception_in_the_third_of_five_snippets_keeps_the_first_two(notebook):
    assert notebook.run("int first = 1;\nint second = 2;\nint third = 1 / 0;\nint fourth = 4;\nint fifth = 5;").content["ename"] == "java.lang.ArithmeticException"
    assert notebook.run('first + " " + second + " " + third').text == "1 2 0"
    assert "cannot find symbol" in failed(notebook.run("fourth"))


def test_asserts_are_off_as_java_has_them_and_on_where_asked_for(fresh):
    assert fresh.run('assert false : "seen";').status == "ok"
    fresh.run("%jvm -ea")
    assert fresh.run('assert 1 > 2 : "seen";').content["ename"] == "java.lang.AssertionError"
