"""Clicks on the stop button that come in bursts, at odd moments, or when nothing else helps."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from interrupts import IGNORED, allowance, stop

# a call of the C library's that nothing wakes; before the foreign function API there is a pipe that no one writes to
NATIVE = """
var linker = java.lang.foreign.Linker.nativeLinker();
var sleep = linker.downcallHandle(linker.defaultLookup().find("sleep").get(),
    java.lang.foreign.FunctionDescriptor.of(java.lang.foreign.ValueLayout.JAVA_INT, java.lang.foreign.ValueLayout.JAVA_INT));
"""
PIPE = 'var silent = new ProcessBuilder("sleep", "300").start();'


@pytest.fixture(scope="module", autouse=True)
def _variables(notebook):
    notebook.run("int kept = 42;\nlong n = 0;")


@pytest.mark.parametrize("statements", ["Thread.sleep(1_000_000);", "while (true) n++;", "while (true) { try { n++; } catch (Throwable t) {} }"])
@pytest.mark.parametrize("clicks", [3, 10])
def test_a_burst_of_clicks_is_one_stop_and_keeps_the_variables(notebook, statements, clicks):
    stopped = stop(notebook, notebook.running(statements), clicks)
    assert stopped.result.content["ename"] == "Interrupted"
    assert stopped.seconds < IGNORED + 3 * allowance(notebook)
    assert notebook.run("kept").text == "42"


def test_a_burst_of_clicks_leaves_a_cell_that_winds_up_its_time(notebook):
    cell = notebook.running("""try { Thread.sleep(1_000_000); } catch (InterruptedException e) {
        long end = System.nanoTime() + 300_000_000L; while (System.nanoTime() < end) n++; System.out.print("saved"); }""")
    # three within the 150 ms that an interrupt has to be heard
    stopped = stop(notebook, cell, 3)
    assert stopped.result.status == "ok" and stopped.result.printed().endswith("saved")


def test_a_click_in_the_grace_cuts_it_short(notebook):
    cell = notebook.running("""try { Thread.sleep(1_000_000); } catch (InterruptedException e) {
        long end = System.nanoTime() + 200_000_000L; while (System.nanoTime() < end) n++; System.out.print("winding up"); while (true) n++; }""")
    notebook.interrupt()
    notebook.printed(cell, "winding up")
    stopped = stop(notebook, cell)
    assert stopped.result.content["ename"] == "Interrupted", stopped.result.error
    assert stopped.seconds < IGNORED + allowance(notebook)
    assert notebook.run("kept").text == "42"


def test_a_native_call_that_does_not_come_back_ends_with_the_worker_at_the_next_click(start):
    own = start()
    foreign = own.run("Runtime.version().feature() >= 22").text == "true"
    prepared = own.run("int lost = 1; int helper() { return 7; }\n" + (NATIVE if foreign else PIPE))
    assert prepared.status == "ok", prepared.error
    worker = own.worker
    cell = own.running("int left = (int) sleep.invokeExact(300);" if foreign else "silent.getInputStream().read();")
    for _ in range(10):
        own.interrupt()
    own.printed(cell, "Interrupt again to end the worker; its variables are lost then.")
    assert worker.is_running() and cell not in own.replies
    stopped = stop(own, cell)
    assert stopped.result.content["ename"] == "WorkerDied" and "lost" in stopped.result.content["evalue"]
    assert own.run("helper()").text == "7"


def test_an_interrupt_while_the_compiler_works_is_not_lost(notebook):
    declarations = "\n".join(f"class C{i} {{ int f(java.util.List<Integer> l) {{ return l.stream().map(x -> x + {i}).mapToInt(x -> x).sum(); }} }}" for i in range(60))
    cell = notebook.send(declarations + "\nint reached = 1;")
    notebook.until(lambda message: message["parent_header"].get("msg_id") == cell and message["msg_type"] == "execute_input")
    stopped = stop(notebook, cell)
    assert stopped.result.content["ename"] == "Interrupted"
    assert stopped.seconds < IGNORED + allowance(notebook)
    assert notebook.run("kept").text == "42"
    assert notebook.run("reached").status == "error"


def test_an_interrupt_ends_the_wait_for_a_library(notebook):
    asked = threading.Event()
    over = threading.Event()

    class Silent(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.set()
            over.wait(60)

        def log_message(self, *words):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Silent) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            cell = notebook.send(f"%maven org.jotter.nowhere:silent:1.0 --from http://127.0.0.1:{server.server_port}/\nkept = 0;")
            assert asked.wait(60)
            stopped = stop(notebook, cell)
            assert stopped.result.content["ename"] == "Interrupted"
            assert stopped.seconds < IGNORED + allowance(notebook)
            assert notebook.run("kept").text == "42"
        finally:
            over.set()
            server.shutdown()


def test_an_interrupt_during_a_completion_leaves_its_answer_and_the_cell_is_stopped(notebook):
    cell = notebook.running("while (true) n++;")
    asked = notebook.client.complete("String.val", 10)
    stopped = stop(notebook, cell)
    assert stopped.result.content["ename"] == "Interrupted"
    assert any(match.startswith("valueOf") for match in notebook.reply(asked)["content"]["matches"])


def test_a_value_whose_text_never_ends_is_stopped(notebook):
    notebook.run("class Endless { public String toString() { System.out.println(\"rendering\"); while (true) n++; } }")
    cell = notebook.send("new Endless()")
    notebook.printed(cell, "rendering")
    stopped = stop(notebook, cell)
    assert stopped.result.content["ename"] == "Interrupted"
    assert stopped.seconds < IGNORED + allowance(notebook)
    assert notebook.run("kept").text == "42"


def test_a_hundred_cells_interrupted_while_printing_leave_the_wire_whole(notebook):
    for _ in range(100):
        cell = notebook.running('while (!Thread.currentThread().isInterrupted()) System.out.print("x");')
        assert stop(notebook, cell, 2).result.messages[-1]["content"]["execution_state"] == "idle"
    assert notebook.run('System.out.print("whole");').printed() == "whole"
    assert notebook.run("kept").text == "42"
