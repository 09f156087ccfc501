"""Commands of the operating system: `%%bash`, `%sh`, `!command`."""

import psutil
import pytest


def test_what_a_command_prints_is_shown(notebook):
    result = notebook.run("!echo hello")
    assert result.status == "ok", result.error
    assert result.printed() == "hello\n"


def test_a_script_is_run_whole_and_its_streams_stay_apart(notebook):
    result = notebook.run("%%bash\nfor i in 1 2 3; do echo $i; done\necho oh >&2")
    assert result.printed() == "1\n2\n3\n"
    assert result.printed("stderr") == "oh\n"


@pytest.mark.parametrize("magic", ["%sh", "%system", "%exec", "%bash", "!"])
def test_quotes_and_blanks_reach_the_shell_as_written(notebook, magic):
    assert notebook.run(f"{magic} echo \"a  b\" 'c\\d'").printed() == "a  b c\\d\n"


def test_another_exit_code_than_0_is_the_cells_error(notebook):
    result = notebook.run("%%sh\necho before\nexit 3\n")
    assert result.printed() == "before\n"
    assert result.content["ename"] == "MagicError"
    assert result.content["evalue"] == "The command ended with exit code 3."


def test_a_command_that_is_not_there_is_named(notebook):
    result = notebook.run("!no_such_command_here")
    assert "no_such_command_here" in result.printed("stderr")
    assert result.content["evalue"] == "The command ended with exit code 127 (no such command). If Java's ! is meant, write (!no_such_command_here)."


def test_a_signal_is_told(notebook):
    assert "128 + 9" in notebook.run("!kill -9 $$").content["evalue"]


@pytest.mark.parametrize("assigned", ["%sh printf 'a\\nb c\\n'", "!printf 'a\\nb c\\n'", "%system printf 'a\\nb c\\n';"])
def test_an_assigned_command_yields_its_lines(notebook, assigned):
    result = notebook.run(f"List<String> lines = {assigned}\nlines")
    assert result.text == "[a, b c]", result.error
    assert result.printed() == ""


def test_an_assigned_command_that_fails_fails(notebook):
    result = notebook.run("List<String> lines = %sh exit 4")
    assert result.status == "error"
    assert "exit code 4" in result.content["evalue"]


def test_a_command_in_a_block_is_shown_too(notebook):
    assert notebook.run("for (int i = 0; i < 2; i++) {\n    !echo again\n}").printed() == "again\nagain\n"


def test_javas_negation_stays_javas(notebook):
    assert notebook.run("!List.of(1).isEmpty()").text == "true"
    assert notebook.run("boolean no = false; boolean yes = !no;\nyes").text == "true"
    assert notebook.run("(!no)").text == "true"


def test_a_command_has_no_input(notebook):
    assert notebook.run("!cat; echo over").printed() == "over\n"


def test_a_command_works_in_the_notebooks_folder_and_in_utf_8(notebook):
    (notebook.folder / "über.txt").write_text("naïve 🙂")
    assert notebook.run("!cat über.txt").printed() == "naïve 🙂"


def test_output_comes_while_the_command_runs(notebook):
    # it goes on only when the test has seen its first line
    request = notebook.send("%%sh\necho first\nuntil [ -e go ]; do sleep 0.01; done\necho second")
    notebook.printed(request, "first")
    (notebook.folder / "go").touch()
    assert notebook.result(request).printed() == "first\nsecond\n"


def test_much_output_comes_whole(notebook):
    result = notebook.run("!seq 1 200000")
    assert result.printed().splitlines() == [str(number) for number in range(1, 200_001)]


def ends(process: psutil.Process) -> None:
    gone, _ = psutil.wait_procs([process], timeout=10)
    assert gone or process.status() == psutil.STATUS_ZOMBIE, process


def child(notebook, request: str) -> psutil.Process:
    """The process whose number a running command has printed in brackets."""
    notebook.printed(request, "]")
    text = "".join(message["content"]["text"] for message in notebook.under(request) if message["msg_type"] == "stream")
    return psutil.Process(int(text[text.index("[") + 1 : text.index("]")]))


def test_an_interrupt_ends_the_command_and_its_children(notebook):
    request = notebook.send('%%bash\nsh -c \'sh -c "echo [\\$\\$]; exec sleep 1000"; true\'')
    sleeping = child(notebook, request)
    notebook.interrupt()
    assert notebook.result(request).content["ename"] == "Interrupted"
    ends(sleeping)
    assert notebook.run("!echo on").printed() == "on\n"


def test_a_command_that_will_not_end_is_ended_by_force(notebook):
    request = notebook.send("%%bash\ntrap '' TERM\necho [$$]\nwhile true; do sleep 1; done")
    stubborn = child(notebook, request)
    notebook.interrupt()
    assert notebook.result(request).content["ename"] == "Interrupted"
    ends(stubborn)


def test_what_runs_in_the_background_lives_on(notebook):
    result = notebook.run("%%sh\nsleep 1000 > /dev/null 2>&1 &\necho $!")
    sleeping = psutil.Process(int(result.printed()))
    assert notebook.run("1 + 1").text == "2"
    assert sleeping.is_running()
    sleeping.kill()


@pytest.mark.parametrize("end", ["shutdown", "kill"])
def test_no_child_outlives_the_kernel(fresh, end):
    background = psutil.Process(int(fresh.run("%%sh\nsleep 1000 > /dev/null 2>&1 &\necho $!").printed()))
    running = child(fresh, fresh.send("%%sh\necho [$$]\nsleep 1000\ntrue"))
    if end == "shutdown":
        fresh.manager.shutdown_kernel()
    else:
        fresh.front.kill()
    ends(background)
    ends(running)
