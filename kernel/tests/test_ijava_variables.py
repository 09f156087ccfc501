"""The environment variables of IJava and JJava."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("beginning", ["IJAVA", "JJAVA"])
def test_class_path_scripts_and_compiler_options_come_before_the_first_cell(start, tmp_path, beginning):
    (tmp_path / "classes").mkdir()
    (tmp_path / "a.jsh").write_text("import java.text.*;\nint first = 1;\n")
    (tmp_path / "b.jsh").write_text("int second = first + 1;\n")
    notebook = start(
        **{
            f"{beginning}_CLASSPATH": f"{tmp_path / 'cla*'}",
            f"{beginning}_STARTUP_SCRIPTS_PATH": f"{tmp_path / '*.jsh'}",
            f"{beginning}_STARTUP_SCRIPT": "int third = first + second;",
            f"{beginning}_COMPILER_OPTS": "-parameters -Xlint:unchecked",
        }
    )
    assert notebook.run("third").text == "3"
    assert notebook.run('new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(first)').text == "1.0"
    assert notebook.run("class Named { void f(int count) {} }\nNamed.class.getDeclaredMethods()[0].getParameters()[0].getName()").text == "count"
    assert notebook.run("%classpath " + str(tmp_path / "classes")).text == str(tmp_path / "classes")


def test_what_fails_there_is_told_with_the_first_cell_which_runs(start, tmp_path):
    (tmp_path / "bad.jsh").write_text("int fine = 1;\nint bad = nowhere;\n")
    notebook = start(IJAVA_STARTUP_SCRIPTS_PATH=str(tmp_path / "bad.jsh"), IJAVA_STARTUP_SCRIPT='throw new RuntimeException("no");', IJAVA_CLASSPATH="/no/such.jar")
    result = notebook.run("fine")
    assert result.text == "1"
    said = result.printed("stderr")
    assert "/no/such.jar" in said and "bad.jsh failed: CompileError: cannot find symbol" in said and "java.lang.RuntimeException: no" in said
    assert notebook.run("fine").printed("stderr") == ""


@pytest.mark.parametrize(("value", "words"), [("400", "400 ms"), ("1 SECONDS", "1 s")])
def test_a_cell_over_time_is_stopped_and_says_so(start, value, words):
    notebook = start(IJAVA_TIMEOUT=value)
    notebook.run("int kept = 5;")
    result = notebook.run("while (true) Thread.sleep(5);")
    assert result.content["ename"] == "TimeLimitExceeded"
    assert f"ran longer than {words}" in result.error
    result = notebook.run("long n = 0; while (true) n++;")
    assert result.content["ename"] == "TimeLimitExceeded"
    assert notebook.run("kept").text == "5"


def test_a_time_that_is_none_is_refused_in_a_sentence(start):
    notebook = start(JJAVA_TIMEOUT="soon")
    assert 'JJAVA_TIMEOUT is "soon", which is no time' in notebook.run("1").error


def test_a_negative_time_is_no_limit_and_options_reach_the_worker(start):
    notebook = start(IJAVA_TIMEOUT="-1", JJAVA_JVM_OPTS="-Dof.jjava=yes -Xmx200m", JOTTER_JVM_OPTS="-Dof.jotter=too")
    assert notebook.run('System.getProperty("of.jjava") + System.getProperty("of.jotter")').text == "yestoo"


def test_a_compiler_option_that_is_none_is_named(start):
    notebook = start(IJAVA_COMPILER_OPTS="--no-such-option")
    result = notebook.run("1 + 1")
    assert result.status == "error" and "--no-such-option" in result.error
