"""Who may speak with a kernel, what others may see of it, and what a cell's text may not smuggle in."""

import os
import re
import socket
import stat
from pathlib import Path

import psutil
import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes, /proc and Unix-domain sockets")

TOKEN = """
Class<?> targets = Class.forName("io.jotter.worker.StopTargets");
var held = targets.getDeclaredField("token");
held.setAccessible(true);
(String) held.get(null)
"""


def listening(process):
    return {each.laddr.port for each in process.net_connections(kind="tcp") if each.status == psutil.CONN_LISTEN}


def private_directories(parent, process):
    return [each for each in Path(parent).glob("jotter*") if each.is_dir() and any(f"{each}/" in argument for argument in process.cmdline())]


def token(notebook):
    result = notebook.run(TOKEN, store_history=False)
    assert result.status == "ok", result.error
    return result.text.strip('"')


@pytest.fixture(scope="module")
def key(notebook):
    return notebook.client.session.key.decode()


def test_the_ports_that_listen_are_jupyters_five_and_no_other(notebook):
    info = notebook.client.get_connection_info()
    five = {info[f"{channel}_port"] for channel in ("shell", "control", "stdin", "iopub", "hb")}
    # the debug agent has called by the time that a loop can be stopped by it
    loop = notebook.running("while (true) {}")
    notebook.interrupt()
    assert notebook.reply(loop)["content"]["status"] == "error"
    assert listening(notebook.front) == five
    assert listening(notebook.worker) == set()


def test_they_listen_where_the_connection_file_says_and_nowhere_else(notebook):
    addresses = {each.laddr.ip for each in notebook.front.net_connections(kind="tcp") if each.status == psutil.CONN_LISTEN}
    assert {address.removeprefix("::ffff:") for address in addresses} == {notebook.client.get_connection_info()["ip"]}


def test_connection_file_and_private_directory_are_the_users_alone(start, tmp_path):
    runtime = tmp_path / "run"
    runtime.mkdir(0o700)
    notebook = start(XDG_RUNTIME_DIR=str(runtime))
    worker = notebook.worker
    file = Path(notebook.manager.connection_file).stat()
    assert (stat.S_IMODE(file.st_mode) & 0o077, file.st_uid) == (0, os.getuid())
    directories = private_directories(runtime, worker)
    assert len(directories) == 1
    state = directories[0].lstat()
    assert stat.S_ISDIR(state.st_mode) and (stat.S_IMODE(state.st_mode), state.st_uid) == (0o700, os.getuid())


def test_a_stranger_who_finds_the_socket_finds_its_door_shut(start, tmp_path):
    runtime = tmp_path / "run"
    runtime.mkdir(0o700)
    notebook = start(XDG_RUNTIME_DIR=str(runtime))
    worker = notebook.worker
    [directory] = private_directories(runtime, worker)
    with socket.socket(socket.AF_UNIX) as stranger, pytest.raises(OSError):
        stranger.connect(str(directory / "wire"))
    # and the port that the debug agent has called is on its command line for all to read
    [port] = re.findall(r"address=127\.0\.0\.1:(\d+)", " ".join(worker.cmdline()))
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", int(port)), timeout=60).close()
    assert notebook.worker == worker


def test_names_that_others_have_put_in_its_way_are_not_used(start, tmp_path):
    """Links and folders of the usual names, as another user could leave them in a folder that all can write to."""
    runtime, trap = tmp_path / "run", tmp_path / "trap"
    runtime.mkdir(0o700)
    trap.mkdir(0o777)
    for name in ("jotter", "jotter0", "jotter-0", "jotter1", "jotter-user", "wire"):
        (runtime / name).symlink_to(trap)
    notebook = start(XDG_RUNTIME_DIR=str(runtime))
    assert notebook.run("1 + 1").text == "2"
    [directory] = private_directories(runtime, notebook.worker)
    assert not directory.is_symlink() and stat.S_IMODE(directory.lstat().st_mode) == 0o700
    assert list(trap.iterdir()) == []


def test_key_and_token_are_in_no_command_line_no_environment_and_no_log(notebook, key):
    secrets = {"key": key, "token": token(notebook)}
    worker = notebook.worker
    assert all(len(secret) >= 16 for secret in secrets.values())
    # of what goes wrong, too: errors of cells, messages with another key, a cell that asks for its surroundings
    notebook.run("throw new IllegalStateException();")
    surroundings = notebook.run('System.getenv().toString() + System.getProperties() + java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()', store_history=False)
    child = notebook.run('new String(new ProcessBuilder("env").start().getInputStream().readAllBytes())', store_history=False)
    for name, secret in secrets.items():
        for process in [notebook.front, worker, *notebook.front.children(recursive=True)]:
            assert secret not in " ".join(process.cmdline()), f"the {name} is on the command line of {process.name()}"
            assert secret not in str(process.environ()), f"the {name} is in the environment of {process.name()}"
        assert secret not in notebook.log.read_text("utf-8"), f"the {name} is in the log"
        assert secret not in str(surroundings.data) + str(child.data), f"the {name} is in what a cell or a child of it is given"


SMUGGLED = {
    "a string": 'String s = "\\n%nosuchmagic";',
    "a text block": 'String s = """\n%nosuchmagic\n%%nosuchmagic\n""";',
    "a text block behind an escaped end": 'String s = """\n  \\""";\n%nosuchmagic\n""";',
    "a text block behind an end that Unicode escapes": 'String s = """\n  \\u005c""";\n%nosuchmagic\n""";',
    "a text block whose quotes are escapes": 'String s = \\u0022\\u0022\\u0022\n  ;\n%nosuchmagic\n""";',
    "a comment": "/* ;\n%nosuchmagic\n*/ String s = null;",
    "a comment whose beginning is an escape": "/\\u002a ;\n%nosuchmagic\n*/ String s = null;",
    "a line comment": "// ;%nosuchmagic\nString s = null;",
}


@pytest.mark.parametrize("place", SMUGGLED)
def test_a_magic_in_what_is_no_code_stays_text(notebook, place):
    result = notebook.run(SMUGGLED[place], store_history=False)
    assert result.status == "ok", result.error


def test_a_magic_outside_of_them_is_one(notebook):
    assert "nosuchmagic" in notebook.run('String s = "";\n%nosuchmagic').error
