"""Interrupts by message, as a page's stop button sends them."""

import pytest

ENDLESS = {
    "sleeps": "while (true) Thread.sleep(1_000);",
    "computes": "while (true) n++;",
    "swallows": "while (true) { try { Thread.sleep(1_000); } catch (Throwable t) {} }",
    "computes and swallows": "while (true) { try { n++; } catch (Throwable t) {} }",
    "prints": 'while (true) System.out.println("spam");',
    "is in a library": "java.util.stream.IntStream.iterate(0, i -> i + 1).parallel().filter(i -> i < 0).findAny();",
}


@pytest.fixture(scope="module", autouse=True)
def _variables(notebook):
    notebook.run("int kept = 42;\nlong n = 0;")


@pytest.mark.parametrize("endless", ENDLESS.values(), ids=ENDLESS)
def test_a_cell_without_end_is_stopped_and_the_variables_are_kept(notebook, endless):
    cell = notebook.running(endless)
    notebook.interrupt()
    result = notebook.result(cell)
    assert result.status == "error" and result.content["ename"] == "Interrupted"
    assert "All variables are kept" in result.content["evalue"]
    assert result.kinds[0] == "busy" and result.kinds[-2:] == ["error", "idle"]
    assert notebook.run("kept").text == "42"


def test_an_interrupt_while_nothing_runs_changes_nothing(notebook):
    notebook.interrupt()
    assert notebook.run("kept").text == "42"


def test_what_waits_behind_an_interrupted_cell_is_aborted(notebook):
    notebook.run("int reached = 0;")
    cell = notebook.running("while (true) Thread.sleep(1_000);")
    waiting = [notebook.send("reached++;") for _ in range(2)]
    notebook.interrupt()
    assert notebook.result(cell).content["ename"] == "Interrupted"
    assert [notebook.result(request).status for request in waiting] == ["aborted", "aborted"]
    assert notebook.run("reached").text == "0"


def test_an_interrupt_of_jupyters_manager_does_the_same(notebook):
    cell = notebook.running("while (true) n++;")
    notebook.manager.interrupt_kernel()
    assert notebook.result(cell).content["ename"] == "Interrupted"


def test_a_cell_that_winds_up_on_its_interrupt_ends_in_order(notebook):
    cell = notebook.running('try { Thread.sleep(60_000); } catch (InterruptedException e) { System.out.print("saved"); }')
    notebook.interrupt()
    result = notebook.result(cell)
    assert result.status == "ok" and result.printed().endswith("saved")
