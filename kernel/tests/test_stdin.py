"""Cells that ask their reader."""

import pytest


@pytest.fixture
def asked(notebook):
    """Sends a cell that may ask, and waits for its question."""

    def ask(code):
        cell = notebook.send(code, allow_stdin=True)
        question = notebook.client.get_stdin_msg(timeout=60)
        assert question["msg_type"] == "input_request" and question["parent_header"]["msg_id"] == cell
        return cell, question["content"]

    return ask


def test_a_line_is_asked_for_and_answered(notebook, asked):
    cell, question = asked('readLine("Your name? ") + "!"')
    assert question == {"prompt": "Your name? ", "password": False}
    notebook.client.input("Ada Ünï 😀")
    assert notebook.result(cell).text == "Ada Ünï 😀!"


def test_a_password_is_asked_for_as_one(notebook, asked):
    cell, question = asked('readPassword("Key: ").length()')
    assert question == {"prompt": "Key: ", "password": True}
    notebook.client.input("secret")
    assert notebook.result(cell).text == "6"


def test_system_in_reads_what_the_reader_answers_line_by_line(notebook, asked):
    cell, _ = asked("var scanner = new java.util.Scanner(System.in);\nscanner.nextInt() + scanner.nextInt()")
    notebook.client.input("40")
    assert notebook.client.get_stdin_msg(timeout=60)["msg_type"] == "input_request"
    notebook.client.input("2")
    assert notebook.result(cell).text == "42"


@pytest.mark.parametrize("code", ['readLine("?")', 'readPassword("?")', "System.in.read()"])
def test_where_no_one_can_be_asked_the_cell_is_told_so(notebook, code):
    result = notebook.run(code, allow_stdin=False)
    assert result.status == "error"
    assert "There is no one to ask: the notebook runs without a reader" in result.content["evalue"]
    assert "Give the value in the code instead" in result.error


def test_an_interrupt_ends_the_wait_for_an_answer(notebook, asked):
    notebook.run("int kept = 7;")
    cell, _ = asked('readLine("?")')
    notebook.interrupt()
    assert notebook.result(cell).content["ename"] == "Interrupted"
    assert notebook.run("kept").text == "7"


def test_an_answer_that_comes_too_late_is_for_no_later_question(notebook, asked):
    cell, _ = asked('readLine("first?")')
    notebook.interrupt()
    notebook.result(cell)
    notebook.client.input("late")
    cell, question = asked('readLine("second?")')
    assert question["prompt"] == "second?"
    notebook.client.input("right")
    assert notebook.result(cell).text == "right"


def test_a_scanner_swallows_nothing_that_is_meant_for_the_next_cell(notebook, asked):
    for code, answers, shown in [
        ("var first = new java.util.Scanner(System.in);\nfirst.nextInt()", ["1"], "1"),
        ("new java.util.Scanner(System.in).nextLine() + first.nextLine() + first.nextLine()", ["two", "three"], "twothree"),
        ("new java.io.BufferedReader(new java.io.InputStreamReader(System.in)).readLine()", ["four"], "four"),
    ]:
        cell, _ = asked(code)
        notebook.client.input(answers[0])
        for answer in answers[1:]:
            notebook.client.get_stdin_msg(timeout=60)
            notebook.client.input(answer)
        assert notebook.result(cell).text == shown


def test_what_a_cell_leaves_unread_is_no_answer_to_the_next_cells_question(notebook, asked):
    cell, _ = asked("(char) System.in.read()")
    notebook.client.input("yes")
    assert notebook.result(cell).text == "y"
    cell, _ = asked("(char) System.in.read()")
    notebook.client.input("no")
    assert notebook.result(cell).text == "n"


def test_a_scanner_that_finds_no_one_to_ask_says_why(notebook):
    result = notebook.run("new java.util.Scanner(System.in).nextLine()", allow_stdin=False)
    assert "There is no one to ask: the notebook runs without a reader" in result.content["evalue"]


def test_an_interrupt_ends_a_scanners_wait(notebook, asked):
    cell, _ = asked("new java.util.Scanner(System.in).nextLine()")
    notebook.interrupt()
    assert notebook.result(cell).content["ename"] == "Interrupted"
    cell, _ = asked("new java.util.Scanner(System.in).nextLine()")
    notebook.client.input("after it")
    assert notebook.result(cell).text == "after it"
