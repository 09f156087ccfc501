"""`jotter run`, on the Python kernel that comes with JupyterLab: what it prints and what it leaves."""

import io
import re

import nbformat
import pytest
from jotter_kernel.errors import Problem
from jotter_kernel.run import Terminal, output_for, run
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook


@pytest.fixture
def notebook(tmp_path):
    def write(*cells):
        file = tmp_path / "a notebook.ipynb"
        nbformat.write(new_notebook(cells=[new_markdown_cell("# Title"), *map(new_code_cell, cells)]), file)
        return file

    return write


@pytest.fixture
def ran():
    """Runs a notebook; returns the exit code and what the log would say."""

    def go(file, **options):
        out = io.StringIO()
        return run(file, kernel="python3", terminal=Terminal(out), **options), out.getvalue()

    return go


def test_the_copy_is_left_beside_the_notebook_and_the_source_stays(notebook, ran, tmp_path):
    file = notebook("print('hello')", "6 * 7")
    source = file.read_bytes()
    code, said = ran(file)
    copy = nbformat.read(tmp_path / "a notebook.executed.ipynb", 4)
    assert code == 0 and file.read_bytes() == source
    assert copy.cells[1].outputs[0].text == "hello\n" and copy.cells[2].outputs[0].data["text/plain"] == "42"
    assert "[cell 1/2] print('hello')\n    hello\n" in said and "[cell 2/2] 6 * 7\n    42\n" in said
    assert "a notebook.executed.ipynb" in said.splitlines()[-1]


def test_an_error_ends_the_run_with_its_place_and_its_message(notebook, ran, tmp_path):
    code, said = ran(notebook("1", "raise ValueError('no such thing')", "3"))
    assert code == 1
    assert "Error in cell 2/3: ValueError: no such thing" in said
    copy = nbformat.read(tmp_path / "a notebook.executed.ipynb", 4)
    assert copy.cells[2].outputs[0].ename == "ValueError" and not copy.cells[3].outputs


def test_output_and_inplace_choose_the_place(notebook, ran, tmp_path):
    file = notebook("1")
    ran(file, output=str(tmp_path / "new" / "copy.ipynb"))
    assert (tmp_path / "new" / "copy.ipynb").is_file()
    ran(file, in_place=True)
    assert nbformat.read(file, 4).cells[1].outputs


def test_the_source_is_not_overwritten_by_mistake(notebook):
    file = notebook("1")
    with pytest.raises(Problem, match="is the notebook itself. Say --inplace"):
        output_for(file, str(file), False)


def test_the_kernel_works_in_the_notebooks_folder(notebook, ran, tmp_path):
    code, said = ran(notebook("import os; print(os.path.samefile('.', r'%s'))" % tmp_path))
    assert code == 0 and "    True\n" in said


def test_a_bar_in_a_log_is_one_line(notebook, ran):
    code, said = ran(notebook("for i in range(100): print(f'\\r{i + 1} of 100', end='', flush=True)"))
    assert code == 0 and "    100 of 100\n" in said
    assert said.count(" of 100") <= 3


def test_a_display_that_is_updated_is_one_line_in_a_log(notebook, ran):
    code, said = ran(notebook("h = display({'text/plain': 'epoch 0'}, raw=True, display_id=True)\nfor i in range(50): h.update({'text/plain': f'epoch {i + 1}'}, raw=True)"))
    assert code == 0 and "    epoch 50\n" in said
    assert said.count("epoch") <= 6


def test_the_last_state_of_a_display_stays_when_the_next_cell_starts(notebook, ran):
    cell = "h = display({'text/plain': 'epoch 0'}, raw=True, display_id=True)\nfor i in range(5): h.update({'text/plain': f'epoch {i + 1}'}, raw=True)"
    code, said = ran(notebook(cell, "print('next')"))
    assert code == 0 and "    epoch 5\n[cell 2/2] print('next')\n" in said


def test_a_cell_that_takes_its_time_is_told_it(notebook, ran):
    code, said = ran(notebook("import threading\nthreading.Event().wait(1.2)\nprint('over')"))
    assert code == 0 and re.search(r"    over\n    1\.\d s\n", said)


def test_text_that_came_in_pieces_is_one_output_in_the_copy(notebook, ran, tmp_path):
    ran(notebook("import sys\nfor i in range(3): print(i, flush=True)\nprint('aside', file=sys.stderr, flush=True)\nfor i in range(3): print(i, flush=True)"))
    outputs = nbformat.read(tmp_path / "a notebook.executed.ipynb", 4).cells[1].outputs
    assert [(output.name, output.text) for output in outputs] == [("stdout", "0\n1\n2\n"), ("stderr", "aside\n"), ("stdout", "0\n1\n2\n")]


def test_what_is_no_notebook_is_told_in_words(tmp_path):
    (tmp_path / "x.ipynb").write_text("no json")
    with pytest.raises(Problem, match="is not a notebook"):
        run(tmp_path / "x.ipynb", terminal=Terminal(io.StringIO()))
    with pytest.raises(Problem, match="There is no notebook"):
        run(tmp_path / "y.ipynb", terminal=Terminal(io.StringIO()))


def test_a_kernel_that_is_not_installed_is_told_in_words(notebook):
    with pytest.raises(Problem, match="Jupyter knows no kernel named nothing-such.*jotter install"):
        run(notebook("1"), kernel="nothing-such", terminal=Terminal(io.StringIO()))
