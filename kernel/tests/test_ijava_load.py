"""%load, and how magics and Java stand together in IJava's notebooks."""

from __future__ import annotations

import json
import re

import pytest
from talk import Notebook


def notebook_file(*cells: tuple[str, str | list[str]]) -> str:
    return json.dumps({"cells": [{"cell_type": kind, "source": source, "metadata": {}} for kind, source in cells], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.mark.parametrize("extension", ["", ".jsh", ".jshell", ".java", ".ijava"])
def test_a_file_is_loaded_with_its_extension_or_without(notebook: Notebook, extension: str):
    name = f"tools{extension.strip('.') or 'plain'}"
    (notebook.folder / f"{name}{extension}").write_text(f'String from_{name}() {{ return "{name}"; }}\nint n_{name} = 3;\n')
    result = notebook.run(f"%load {name}\nfrom_{name}() + n_{name}")
    assert result.text == f"{name}3", result.error
    assert notebook.run(f"%load {name}{extension}").status == "ok"


def test_a_notebook_is_loaded_cell_by_cell_with_its_magics(notebook: Notebook):
    (notebook.folder / "classes").mkdir(exist_ok=True)
    (notebook.folder / "helpers.ipynb").write_text(
        notebook_file(("markdown", "# no code ("), ("code", ["int base = 4;\n", "%classpath classes\n", "int doubled = base * 2;"]), ("raw", "nothing"), ("code", "doubled + 1"))
    )
    result = notebook.run("%load helpers\ndoubled")
    assert result.text == "8", result.error
    assert result.shown == []


def test_a_class_of_a_loaded_file_displays_and_updates_by_itself(notebook: Notebook):
    (notebook.folder / "Board.java").write_text(
        'import io.github.spencerpark.ijava.runtime.Display;\n'
        'public class Board {\n    private final String id = display("start", "text/html");\n'
        '    public void set(String text) { updateDisplay(id, text, "text/html"); }\n'
        '    public void end() { Display.updateDisplay(id, "end"); }\n}\n'
    )
    result = notebook.run('%load Board\nBoard board = new Board();\nboard.set("<b>2</b>");\nboard.end();')
    assert result.status == "ok", result.error
    assert [data["text/html"] for data in result.shown] == ["start"]
    assert [content["data"] for content in result.of("update_display_data")] == [{"text/plain": "<b>2</b>", "text/html": "<b>2</b>"}, {"text/plain": "end"}]


def test_what_does_not_compile_is_named_by_file_and_line_and_the_cell_ends(notebook: Notebook):
    (notebook.folder / "broken.jsh").write_text("int before = 1;\n\nint broken = nowhere;\nint after = 2;\n")
    result = notebook.run("%load broken\nint never = 1;")
    assert "broken.jsh:3" in result.error and "cannot find symbol" in result.error
    assert notebook.run("before").text == "1"
    assert notebook.run("never").status == "error"


def test_what_throws_is_named_by_file_and_line(notebook: Notebook):
    (notebook.folder / "throws.ipynb").write_text(notebook_file(("code", "int fine = 1;"), ("code", 'int one = 1;\nthrow new IllegalStateException("inside");')))
    result = notebook.run("%load throws.ipynb")
    assert "IllegalStateException: inside" in result.error
    assert re.search(r"throws\.ipynb, code cell 2:2", result.error), result.error


def test_no_file_a_broken_notebook_and_no_text_are_refused_in_a_sentence(notebook: Notebook):
    assert "There is no file" in notebook.run("%load nowhere").error
    (notebook.folder / "empty.ipynb").write_text("{}")
    assert "is no notebook" in notebook.run("%load empty.ipynb").error
    (notebook.folder / "latin.jsh").write_bytes(b'String s = "\xe4";')
    assert "is not written in UTF-8" in notebook.run("%load latin").error
    assert "%load needs a file" in notebook.run("%load").error


def test_a_loaded_file_can_be_interrupted(notebook: Notebook):
    (notebook.folder / "endless.jsh").write_text('System.out.println("started");\nwhile (true) Thread.sleep(10);\n')
    request = notebook.send("%load endless")
    notebook.printed(request, "started")
    notebook.interrupt()
    assert notebook.reply(request)["content"]["ename"] == "Interrupted"
    assert notebook.run("1 + 1").text == "2"


def test_magics_stand_among_java_and_not_in_texts_or_comments(notebook: Notebook):
    (notebook.folder / "lib").mkdir(exist_ok=True)
    result = notebook.run(
        'int a = 1;\n%classpath lib\nint b = a + 1;\nList<String> added = %classpath lib\n'
        '// %nothing here\n/* %nothing\n%nothing */\nString s = "%nothing";\nString t = """\n%nothing\n   """;\nint rest = 17\n%5;\nadded.size() + b + rest'
    )
    assert result.text == "5", result.error
    assert notebook.run('String[] both = {"a"}; // = %nothing\nboth.length').text == "1"


def test_arguments_are_split_at_blanks_and_quotes_group(notebook: Notebook):
    notebook.run('getKernelInstance().getMagics().registerLineMagic("echo", args -> args);')
    assert notebook.run(r'%echo a  "b c" d"e f"g \"h --key value --k=v -abc').text == '[a, b c, de fg, "h, --key, value, --k=v, -abc]'
    assert notebook.run('List<String> given = %echo "x y" z\ngiven.get(0)').text == "x y"


def test_a_class_may_use_what_a_later_cell_declares_or_nobody(notebook: Notebook):
    assert notebook.run("class Engine { Wheel wheel; int turn() { return wheel.turns() + 1; } }").status == "ok"
    assert notebook.run("class Wheel { int turns() { return 2; } }").status == "ok"
    assert notebook.run("Engine engine = new Engine();\nengine.wheel = new Wheel();\nengine.turn();").text == "3"
    assert notebook.run("int unused() { return neverDeclared(1); }\n5;").text == "5"
