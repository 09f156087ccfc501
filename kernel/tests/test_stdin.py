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
