"""What code can do to the process that it runs in, and to the compiler, does not end the answers."""

import pytest

# without a debugger or a library, Java closes a descriptor of which only the number is known
CLOSES_SOCKETS = """
var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
field.setAccessible(true);
var unsafe = (sun.misc.Unsafe) field.get(null);
long offset = unsafe.objectFieldOffset(java.io.FileDescriptor.class.getDeclaredField("fd"));
for (int number = 3; number < 256; number++) {
    var link = java.nio.file.Path.of("/proc/self/fd/" + number);
    if (java.nio.file.Files.isSymbolicLink(link) && java.nio.file.Files.readSymbolicLink(link).toString().startsWith("socket:")) {
        var descriptor = new java.io.FileDescriptor();
        unsafe.putInt(descriptor, offset, number);
        new java.io.FileOutputStream(descriptor).close();
    }
}
"""
CLOSES_STANDARD_STREAMS = """
System.out.close();
System.err.close();
System.in.close();
new java.io.FileInputStream(java.io.FileDescriptor.in).close();
new java.io.FileOutputStream(java.io.FileDescriptor.out).close();
new java.io.FileOutputStream(java.io.FileDescriptor.err).close();
"""


@pytest.fixture(autouse=True)
def _goes_on(notebook):
    yield
    assert notebook.run("1 + 1").text == "2"
    assert len(notebook.front.children()) == 1


def test_a_deep_recursion_is_an_ordinary_error(notebook):
    result = notebook.run("int kept = 1;\nint down(int n) { return down(n + 1) + 1; }\ndown(0)")
    assert result.content["ename"] == "java.lang.StackOverflowError"
    assert "down(" in result.error and len(result.error.splitlines()) < 150
    assert notebook.run("kept").text == "1"


NESTED = {
    "parentheses": "(" * 5_000 + "1" + ")" * 5_000,
    "a concatenation": "1 + " + " + ".join(f'"{n}"' for n in range(3_000)) + " + kept",
    "brackets that never close": "(" * 20_000,
    "blocks": "{" * 5_000 + "}" * 5_000,
    "a type": "java.util.List<" * 2_000 + "String" + ">" * 2_000 + " deep = null;",
}


@pytest.mark.parametrize("code", NESTED.values(), ids=NESTED)
def test_code_that_is_too_much_for_the_compiler_is_an_error_and_costs_nothing(notebook, code):
    notebook.run("int kept = 1;")
    result = notebook.run(code)
    if result.status == "error":
        assert result.content["ename"] == "CompileError", result.error
    assert notebook.run("kept").text == "1"


@pytest.mark.parametrize("code", NESTED.values(), ids=NESTED)
def test_code_that_is_too_much_for_the_compiler_is_asked_about_in_vain_only(notebook, code):
    for ask in (notebook.client.complete, notebook.client.inspect, notebook.client.is_complete):
        assert notebook.reply(ask(code))["content"]["status"] in {"ok", "error", "unknown", "incomplete", "complete", "invalid"}
    assert notebook.run("1 + 1").text == "2"


def test_a_static_initialiser_that_never_ends_can_be_interrupted(notebook):
    notebook.run('class Stuck { static int x; static { System.out.println("started"); x = 1; while (x > 0) {} } }')
    cell = notebook.send("Stuck.x")
    notebook.printed(cell, "started")
    notebook.interrupt()
    assert notebook.result(cell).content["ename"] == "Interrupted"
    assert "Stuck" in notebook.run("Stuck.x").error
    assert notebook.run("class Stuck { static int x = 3; }\nStuck.x").text == "3"


def test_a_cell_that_waits_for_a_class_that_never_comes_is_ended_by_interrupts(notebook):
    notebook.run('class Late { static int x; static { System.out.println("started"); x = 1; while (x > 0) {} } }')
    first = notebook.send("new Thread(() -> System.out.println(Late.x)).start();")
    notebook.printed(first, "started")
    cell = notebook.running("System.out.println(Late.x);")
    notebook.interrupt()
    # the JVM lets nothing end a wait for an initialiser: that is said, and the next interrupt ends the worker
    notebook.printed(cell, "Interrupt again to end the worker")
    notebook.interrupt()
    assert notebook.result(cell).content["ename"] == "WorkerDied"


def test_closed_standard_streams_silence_nothing(notebook):
    notebook.run("int kept = 5;")
    assert notebook.run(CLOSES_STANDARD_STREAMS).status == "ok"
    assert notebook.run('System.out.print("heard");').printed() == "heard"
    assert notebook.run('System.err.print("heard");').printed("stderr") == "heard"
    assert notebook.run("kept").text == "5"


def test_a_worker_that_closes_its_sockets_is_replaced(notebook):
    result = notebook.run(CLOSES_SOCKETS)
    assert result.status == "ok" or "its connection to the kernel was closed" in result.error


def test_a_cell_that_interrupts_every_thread_harms_none_of_the_kernels(notebook):
    worker = notebook.worker
    notebook.run("Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);")
    assert notebook.worker == worker


def test_a_cell_that_stops_its_own_thread_is_an_error(notebook):
    worker = notebook.worker
    assert notebook.run("Thread.currentThread().stop();").status == "error"
    assert notebook.worker == worker


def test_a_cell_that_stops_every_thread_is_answered(notebook):
    result = notebook.run("for (Thread each : Thread.getAllStackTraces().keySet()) if (each != Thread.currentThread()) each.stop();")
    assert result.status in {"ok", "error"}


def test_an_uncaught_exception_is_told_under_the_cell_that_started_its_thread(notebook):
    cell = notebook.send('new Thread(() -> { throw new IllegalStateException("in the background"); }, "mine").start();')
    notebook.result(cell)
    notebook.printed(cell, "in the background")
    assert 'Exception in thread "mine"' in notebook.result(cell).printed("stderr")


def test_an_uncaught_exception_that_cannot_tell_about_itself_is_named(notebook):
    notebook.run('class Mute extends RuntimeException { public void printStackTrace(java.io.PrintStream s) { throw new IllegalStateException("no"); }\npublic String toString() { throw new IllegalStateException("no"); } }')
    cell = notebook.send("new Thread(() -> { throw new Mute(); }).start();")
    notebook.result(cell)
    notebook.printed(cell, "Mute")


@pytest.mark.parametrize("handler", ["null", '(thread, thrown) -> { throw new IllegalStateException("no"); }'], ids=["none", "throws"])
def test_a_handler_for_uncaught_exceptions_is_the_cells_to_set(notebook, handler):
    assert notebook.run(f"Thread.setDefaultUncaughtExceptionHandler({handler});\nnew Thread(() -> {{ throw new Error(); }}).start();").status == "ok"
