"""Kernels among many: what each holds, what it gives back, and that one knows nothing of the other."""

import time
from queue import Empty

import psutil
import pytest
from kernels import javas
from soak.crowd import USED, crowd, megabytes

# the worker goes quiet after a second in place of thirty
SOON = "-Djotter.quiet.seconds=1"
PATIENCE = 30
TWENTY = 20
# forty of these and ten with 600 MB are 16 GB
MOST_IDLE_MB = 245


def falls_below(notebook, most, figure):
    """Waits until a figure is so low, hearing what the kernel has to say meanwhile: nothing, for no cell runs."""
    end = time.monotonic() + PATIENCE
    while figure() >= most and time.monotonic() < end:
        with pytest.raises(Empty):
            notebook.client.get_iopub_msg(timeout=0.2)
    return figure() < most


def test_memory_that_a_cell_has_needed_is_given_back_when_the_notebook_is_quiet(start):
    notebook = start(JOTTER_JVM_OPTS=SOON)
    worker = notebook.worker
    before = worker.memory_info().rss
    assert notebook.run("var held = new java.util.ArrayList<byte[]>();\nfor (int i = 0; i < 1_000; i++) held.add(new byte[500_000]);").status == "ok"
    assert worker.memory_info().rss > before + (400 << 20)
    notebook.run("held = null;")
    assert falls_below(notebook, before + (150 << 20), lambda: worker.memory_info().rss)


def test_an_idle_kernel_holds_so_little_that_forty_and_ten_busy_ones_live_on_a_server_of_16_gb(start):
    notebook = start(JOTTER_JVM_OPTS=SOON)
    for cell in USED:
        assert notebook.run(cell).status == "ok"
    assert falls_below(notebook, MOST_IDLE_MB, lambda: megabytes(notebook)), megabytes(notebook)


@pytest.mark.parametrize("memory, heap", [("512m", 128), ("2g", 512)])
def test_the_heap_is_a_quarter_of_the_memory_that_the_machine_or_its_container_has(start, memory, heap):
    notebook = start(JAVA_TOOL_OPTIONS=f"-XX:MaxRAM={memory}")
    assert heap * 0.9 < int(notebook.run("Runtime.getRuntime().maxMemory() >> 20").text) <= heap
    assert notebook.run("int kept = 5;\nvar hog = new java.util.ArrayList<byte[]>();\nwhile (true) hog.add(new byte[1 << 20]);").content["ename"] == "java.lang.OutOfMemoryError"
    assert notebook.run("hog.clear();\nkept").text == "5"


def test_twenty_kernels_at_once_answer_keep_to_themselves_and_leave_nothing(installation, tmp_path):
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    with crowd(installation(javas()[0]), tmp_path, TWENTY, {"XDG_RUNTIME_DIR": str(private)}) as notebooks:
        requests = [(notebook.send("1 + 1"), notebook.send(f"int own = {number};")) for number, notebook in enumerate(notebooks)]
        for notebook, (sum_, own) in zip(notebooks, requests):
            assert notebook.result(sum_).text == "2" and notebook.result(own).status == "ok"
        print(f"{TWENTY} kernels: {sum(map(megabytes, notebooks)):.0f} MB")
        first, second, *others = notebooks
        stopped, untouched = first.running("while (true) {}"), second.held('System.out.print("undisturbed");')
        first.interrupt()
        assert first.result(stopped).content["ename"] == "Interrupted"
        second.let_go()
        assert second.result(untouched).printed() == "undisturbed"
        assert [notebook.run("own").text for notebook in notebooks] == [str(number) for number in range(TWENTY)]
        family = [process for notebook in notebooks for process in [notebook.front, *notebook.front.children()]]
        assert len(family) == 2 * TWENTY and len(list(private.iterdir())) == TWENTY
        for notebook in notebooks:
            notebook.client.shutdown()
        _, left = psutil.wait_procs(family, timeout=60)
        assert (left, list(private.iterdir())) == ([], [])
        assert [notebook.folder for notebook in notebooks if any(notebook.folder.iterdir())] == []
