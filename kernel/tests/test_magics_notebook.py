"""Magics that look into the notebook or change it: `%who`, `%reset`, `%history`, `%env`, `%%compile` and their like."""

import json
import re


def test_who_tells_name_type_size_and_value(fresh):
    fresh.run('int x = 3; List<Integer> few = List.of(1, 2); String text = "a\\nb"; int[] array = {1, 2, 3}; var many = new ArrayList<>(Collections.nCopies(50, 0));')
    fresh.run('class Broken { public String toString() { throw new IllegalStateException(); } }\nBroken broken = new Broken();')
    lines = {line.split()[0]: line.split()[1:] for line in fresh.run("%who").text.splitlines()}
    assert lines["x"] == ["int", "3"]
    assert lines["few"] == ["List<Integer>", "2", "[1,", "2]"]
    assert lines["text"] == ["String", "3", '"a', 'b"']
    assert lines["array"] == ["int[]", "3"]
    assert lines["many"][-1] == "50"
    assert "throws java.lang.IllegalStateException" in " ".join(lines["broken"])
    assert "<td" in fresh.run("%whos x").data["text/html"]
    assert fresh.run("%who nothing").content["evalue"] == "There is no variable nothing. %who lists them all."


def test_who_shows_its_table_also_above_other_code(notebook):
    notebook.run("int above = 1;")
    result = notebook.run("%who above\nabove + 1")
    assert result.text == "2"
    assert "above" in result.shown[0]["text/plain"]


def test_reset_forgets_and_says_what(fresh):
    fresh.run("import java.util.zip.*;\nint x = 3;\nrecord P(int a) {}\nP p = new P(1);\nint twice(int n) { return 2 * n; }\n5")
    result = fresh.run("%reset")
    assert result.printed() == "Forgotten: variables x, p; 1 import; 1 type; 1 method. The class path stays.\n"
    for gone in ["x", "p", "new P(1)", "twice(1)", "new CRC32()"]:
        assert fresh.run(gone).content["ename"] == "CompileError", gone
    assert fresh.run("%reset -f").printed() == "There was nothing to forget.\n"
    # the same names may mean something else now, and what is preloaded is there
    assert fresh.run('String x = "new"; List.of(x)').text == "[new]"


def test_reset_lets_the_values_go(fresh):
    fresh.run("class Big {}\nBig big = new Big();\nvar ref = new java.lang.ref.WeakReference<>(big); System.getProperties().put(\"ref\", ref);")
    fresh.run("%reset")
    result = fresh.run(
        'var kept = (java.lang.ref.WeakReference<?>) System.getProperties().get("ref");\n'
        "for (int i = 0; i < 100 && kept.get() != null; i++) { System.gc(); Thread.onSpinWait(); }\nkept.get() == null"
    )
    assert result.text == "true", result.error


def test_history_tells_what_was_run(fresh):
    fresh.run("int first = 1;")
    fresh.run("first + 1")
    assert fresh.run("%history").text == "int first = 1;\n\nfirst + 1"
    assert fresh.run("%history -n 2").text == "// In [2]\nfirst + 1"
    assert fresh.run("String all = %history 1\nall").text == "int first = 1;"
    assert '"x" is neither' in fresh.run("%history x").content["evalue"]


def test_save_writes_what_jshell_can_read(fresh):
    fresh.run("%env A=1\nint first = 1;")
    fresh.run("first + 1")
    assert fresh.run("%save lesson 1-2").printed() == "Wrote 2 cells: lesson.jsh\n"
    assert (fresh.folder / "lesson.jsh").read_text() == "// In [1]\n// %env A=1\nint first = 1;\n\n// In [2]\nfirst + 1\n"
    assert "%save -f lesson.jsh replaces it" in fresh.run("%save lesson.jsh 1").content["evalue"]
    assert fresh.run("%save -f lesson.jsh 2").status == "ok"
    assert (fresh.folder / "lesson.jsh").read_text() == "// In [2]\nfirst + 1\n"
    assert "No such cell" in fresh.run("%save other 77").content["evalue"]


def test_a_variable_of_the_environment_is_there_for_commands_and_the_next_worker(fresh):
    result = fresh.run("%env JOTTER_TEST=one two")
    assert "is set for commands" in result.printed()
    assert "the next worker" in result.printed()
    assert fresh.run('!echo "$JOTTER_TEST"').printed() == "one two\n"
    assert fresh.run("%env JOTTER_TEST").text == "one two"
    assert "JOTTER_TEST=one two" in fresh.run("%env").text.splitlines()
    assert fresh.run('System.getenv("JOTTER_TEST")').text is None
    assert fresh.run("%jvm --restart").status == "ok"
    assert fresh.run('System.getenv("JOTTER_TEST")').text == "one two"
    assert fresh.run("%env NO_SUCH_VARIABLE").content["evalue"] == "There is no environment variable NO_SUCH_VARIABLE."


def test_a_whole_file_is_compiled_into_the_class_path(fresh):
    greeter = "%%compile\npackage lesson;\npublic class Greeter {\n    public static String greet(String who) { return \"HELLO, \" + who; }\n}"
    assert fresh.run(greeter.replace("HELLO", "Hello")).printed() == "Compiled lesson.Greeter\n"
    assert fresh.run('import lesson.Greeter;\nGreeter.greet("you")').text == "Hello, you"
    # another body replaces the one that is loaded
    assert fresh.run(greeter.replace("HELLO", "Hi")).status == "ok"
    assert fresh.run('Greeter.greet("you")').text == "Hi, you"
    # another form cannot, and nothing has changed
    result = fresh.run(greeter.replace("HELLO", "Bye").replace("\n}", "\n    public static void more() {}\n}"))
    assert "%jvm --restart" in result.content["evalue"]
    assert fresh.run('Greeter.greet("you")').text == "Hi, you"
    # another file beside it, which sees it
    assert fresh.run('%%compile\npackage lesson;\npublic class Twice { public static String greet() { return Greeter.greet("a") + Greeter.greet("b"); } }').status == "ok"
    assert fresh.run("lesson.Twice.greet()").text == "Hi, aHi, b"
    # it is on the class path of the next worker too
    fresh.run("System.exit(1);")
    assert fresh.run("lesson.Twice.greet()").text == "Hi, aHi, b"


def test_errors_in_a_whole_file_are_shown_as_a_cells(notebook):
    result = notebook.run('%%compile\npackage lesson;\nclass Bad {\n    int x = "s";\n}')
    assert result.content["ename"] == "CompileError"
    assert re.search(r'In \[\d+\]:4: error: incompatible types.*\n *int x = "s";\n', result.error)
    assert "leave it out" not in result.error
    assert "package lesson;" in notebook.run("%%compile\nclass NoPackage {}").content["evalue"]
    assert notebook.run("%%compile\npackage lesson;\npublic class Thrower { public static int go() {\n    throw new IllegalStateException();\n} }").status == "ok"
    assert re.search(r"lesson\.Thrower\.go\(In \[\d+\]:4\)", notebook.run("lesson.Thrower.go()").error)


def test_javap_shows_classes_of_the_notebook_and_of_libraries(notebook):
    notebook.run("record Point(int left, int right) { int sum() { return left + right; } }\n7")
    shown = notebook.run("%javap -c Point").printed()
    assert "final class Point extends java.lang.Record" in shown
    assert "int sum();" in shown
    assert "iadd" in shown
    assert "public boolean isPresent();" in notebook.run("%javap Optional").printed()
    result = notebook.run("%javap NoSuchClass")
    assert result.content["ename"] == "MagicError"
    assert result.content["evalue"] == "There is no class NoSuchClass in this notebook or on its class path."


def test_writefile_writes_as_a_whole_and_says_what(notebook):
    assert notebook.run("%%writefile notes.txt\nnaïve\nline").printed() == "Created with 11 bytes: notes.txt\n"
    assert (notebook.folder / "notes.txt").read_text() == "naïve\nline"
    (notebook.folder / "notes.txt").chmod(0o640)
    assert notebook.run("%%writefile notes.txt\nx").printed() == "Overwrote with 1 byte: notes.txt\n"
    assert (notebook.folder / "notes.txt").stat().st_mode & 0o777 == 0o640
    assert notebook.run("%%writefile -a notes.txt\ny").printed() == "Appended 1 byte: notes.txt\n"
    assert (notebook.folder / "notes.txt").read_text() == "xy"
    assert "There is no folder" in notebook.run("%%writefile missing/notes.txt\nx").content["evalue"]
    assert "is a folder" in notebook.run("%%writefile .\nx").content["evalue"]
    assert [file.name for file in notebook.folder.iterdir() if file.name.startswith(".jotter")] == []


def test_the_rest_of_a_cell_is_shown_as_what_its_magic_says(notebook):
    assert notebook.run("%%js\nalert(1)").data["application/javascript"] == "alert(1)"
    assert notebook.run('%%json\n{"a": [1]}').data["application/json"] == json.loads('{"a": [1]}')
    for name, mime in [("html", "text/html"), ("markdown", "text/markdown"), ("svg", "image/svg+xml"), ("latex", "text/latex")]:
        assert notebook.run(f"%%{name}\n<b>x</b>").data[mime] == "<b>x</b>"


def test_jdk_tells_which_java_runs_and_how_to_take_another(notebook):
    running = notebook.run("Runtime.version().feature()").text
    assert f"Java {running}" in notebook.run("%jdk").text
    assert f"Java {running}" in notebook.run(f"%jdk {running}").text
    result = notebook.run("%jdk 11")
    assert "jotter install --name jotter-11 --java-home" in result.content["evalue"]
