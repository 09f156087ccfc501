"""The end of a kernel: every way to it leaves no process behind."""

import signal
import subprocess
import sys

import psutil
import pytest

# jupyter_client's own: SIGTERM this long after the shutdown_request, SIGKILL as long again after that
CLIENT_WAITS = 2.5
PATIENCE = 30
# a server that starts a kernel as Jupyter does, names the kernel's processes, and lives until it is killed
SERVER = """
import signal, sys
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

manager = KernelManager(kernel_name="jotter", kernel_spec_manager=KernelSpecManager(kernel_dirs=sys.argv[1:]))
manager.start_kernel()
client = manager.blocking_client()
client.start_channels()
client.wait_for_ready(timeout=60)
client.execute_interactive("ProcessHandle.current().pid()", output_hook=lambda message: message["msg_type"] == "execute_result"
    and print(manager.provisioner.pid, message["content"]["data"]["text/plain"], flush=True))
client.execute("while (true) {}")
signal.pause()
"""


@pytest.fixture
def busy(fresh):
    """A kernel whose worker is computing."""
    fresh.family = [fresh.front, fresh.worker]
    fresh.running("while (true) {}")
    return fresh


def assert_gone(family, seconds=PATIENCE):
    _, left = psutil.wait_procs(family, timeout=seconds)
    assert not left


@pytest.mark.parametrize("restart", [False, True])
def test_a_shutdown_is_answered_told_to_all_and_done_before_the_client_loses_patience(fresh, restart):
    family = [fresh.front, fresh.worker]
    reply = fresh.control("shutdown_request", restart=restart)
    assert reply["msg_type"] == "shutdown_reply" and reply["content"] == {"status": "ok", "restart": restart}
    told = fresh.until(lambda message: message["msg_type"] == "shutdown_reply")
    assert told["content"] == reply["content"] and told["parent_header"]["msg_id"] == reply["parent_header"]["msg_id"]
    assert_gone(family, CLIENT_WAITS)


def test_a_shutdown_ends_a_cell_that_computes_within_the_clients_limits(busy):
    assert busy.control("shutdown_request", restart=False)["content"]["status"] == "ok"
    assert_gone(busy.family, 2 * CLIENT_WAITS)


def test_a_restart_by_jupyters_manager_begins_anew(fresh):
    family = [fresh.front, fresh.worker]
    fresh.run("int gone = 1;")
    fresh.manager.restart_kernel()
    assert_gone(family)
    fresh.client.wait_for_ready(timeout=60)
    assert fresh.run("gone").status == "error"
    assert fresh.run("1 + 1").content["execution_count"] == 2


def test_sigterm_ends_both_processes(busy):
    busy.front.send_signal(signal.SIGTERM)
    assert_gone(busy.family)


def test_the_worker_ends_by_itself_when_its_front_is_killed(busy):
    busy.front.kill()
    assert_gone(busy.family)


def test_a_front_that_was_killed_leaves_no_folder(start, tmp_path):
    notebook = start(XDG_RUNTIME_DIR=str(tmp_path))
    family = [notebook.front, notebook.worker]
    (folder,) = tmp_path.glob("jotter*")
    notebook.run('Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));')
    notebook.running("while (true) {}")
    notebook.front.kill()
    assert_gone(family)
    assert not folder.exists()


def test_a_child_of_a_cell_does_not_keep_the_worker_of_a_killed_front(fresh):
    family = [fresh.front, fresh.worker]
    child = psutil.Process(int(fresh.run('new ProcessBuilder("sleep", "600").inheritIO().start().pid()').text))
    fresh.front.kill()
    assert_gone(family)
    child.kill()


def test_sigint_interrupts_the_cell_and_ends_nothing(busy):
    cell = next(message for message in reversed(busy.heard) if message["msg_type"] == "stream")["parent_header"]["msg_id"]
    for process in busy.family:
        process.send_signal(signal.SIGINT)
    assert busy.result(cell).content["ename"] == "Interrupted"
    assert [busy.front, busy.worker] == busy.family


@pytest.mark.parametrize("dying", [False, True], ids=["computes", "is dying"])
def test_a_restart_by_jupyters_manager_while_a_cell_runs_begins_anew(fresh, dying):
    family = [fresh.front, fresh.worker]
    if dying:
        fresh.run("Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));")
        fresh.running("System.exit(0);")
    else:
        fresh.running("while (true) {}")
    fresh.manager.restart_kernel()
    assert_gone(family)
    fresh.client.wait_for_ready(timeout=60)
    assert fresh.run("1 + 1").content["execution_count"] == 1


def test_shutdown_hooks_of_the_notebook_still_run(fresh):
    family = [fresh.front, fresh.worker]
    fresh.run('Runtime.getRuntime().addShutdownHook(new Thread(() -> { try { java.nio.file.Files.writeString(java.nio.file.Path.of("bye.txt"), "bye"); } catch (java.io.IOException e) {} }));')
    fresh.control("shutdown_request", restart=False)
    assert_gone(family)
    assert (fresh.folder / "bye.txt").read_text() == "bye"


def test_the_kernel_ends_with_the_server_that_started_it(specs, tmp_path):
    server = subprocess.Popen([sys.executable, "-c", SERVER, *specs.kernel_dirs], cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    family = [psutil.Process(int(pid)) for pid in server.stdout.readline().split()]
    assert len(family) == 2
    server.kill()
    # before anybody has asked for its exit code: until then it counts as a process
    assert_gone(family)
    server.wait()


def test_no_thread_of_the_kernels_reads_on_when_the_worker_ends(fresh):
    # a JVM that ends waits 300 ms for threads that are in native code
    family = [fresh.front, fresh.worker]
    fresh.run(
        """void seeOff() {
            try {
                for (Thread each : Thread.getAllStackTraces().keySet()) if (each.getName().equals("wire-reader")) each.join(1_000);
                boolean reads = Thread.getAllStackTraces().keySet().stream().anyMatch(each -> each.getName().equals("wire-reader"));
                java.nio.file.Files.writeString(java.nio.file.Path.of("reader.txt"), reads ? "reads" : "is gone");
            } catch (Exception e) { throw new IllegalStateException(e); }
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> seeOff()));"""
    )
    fresh.control("shutdown_request", restart=False)
    assert_gone(family)
    assert (fresh.folder / "reader.txt").read_text() == "is gone"
