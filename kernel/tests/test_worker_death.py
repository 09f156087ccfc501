"""The worker may end, in whatever way; the kernel goes on, with all but the variables."""

import signal

import psutil
import pytest

CRASH = (
    'var unsafe = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");\nunsafe.setAccessible(true);\n'
    "((sun.misc.Unsafe) unsafe.get(null)).putAddress(0, 0);"
)


@pytest.fixture(scope="module", autouse=True)
def _declarations(notebook):
    notebook.run("import java.text.NumberFormat;\nrecord Pair(int a, int b) {}\nint sum(Pair p) { return p.a() + p.b(); }")


def died(result):
    assert result.status == "error" and result.content["ename"] == "WorkerDied"
    assert result.kinds[-2:] == ["error", "idle"]
    return result.error


def assert_restored(notebook):
    assert notebook.run("NumberFormat.class.getSimpleName() + sum(new Pair(1, 2))").text == "NumberFormat3"


def test_system_exit_is_told_with_its_code_what_is_restored_and_what_is_lost(notebook):
    notebook.run("int answer = 42;")
    result = notebook.run('System.out.print("last words");\nSystem.exit(3);')
    told = died(result)
    assert "exit code 3" in told and "System.exit" in told
    assert "Restored: 1 import, 1 type, 1 method" in told and "Lost variables: answer." in told
    assert result.printed() == "last words"
    assert_restored(notebook)
    assert notebook.run("answer").status == "error"
    assert notebook.run("int answer = 43;\nanswer").text == "43"


def test_a_worker_killed_between_cells_is_told_with_the_next(notebook):
    notebook.run("int between = 1;")
    worker = notebook.worker
    worker.kill()
    worker.wait(60)
    result = notebook.run("sum(new Pair(20, 22))")
    assert result.status == "ok" and result.text == "42"
    told = result.printed("stderr")
    assert "Since the last cell" in told and "signal 9" in told and "between" in told
    assert notebook.worker != worker


def test_a_worker_killed_under_a_cell_is_told_with_its_signal(notebook):
    worker = notebook.worker
    cell = notebook.running("while (true) Thread.sleep(1_000);")
    worker.kill()
    assert "signal 9" in died(notebook.result(cell))
    assert_restored(notebook)


def test_a_crash_in_native_code_is_told_and_leaves_no_file_beside_the_notebook(notebook):
    assert "crashed in native code (SIGSEGV in" in died(notebook.run(CRASH))
    assert_restored(notebook)
    assert list(notebook.folder.iterdir()) == []


def test_what_waits_behind_a_death_is_aborted(notebook):
    cell = notebook.held("System.exit(1);")
    waiting = notebook.send("1 + 1")
    notebook.let_go()
    died(notebook.result(cell))
    assert notebook.result(waiting).status == "aborted"
    assert_restored(notebook)


def test_deaths_upon_deaths_never_stop_the_answers(notebook):
    for code in range(3):
        assert f"exit code {code}" in died(notebook.run(f"Runtime.getRuntime().halt({code});"))
        assert notebook.control("kernel_info_request")["content"]["status"] == "ok"
    assert_restored(notebook)
    assert len(notebook.front.children()) == 1


def test_what_was_printed_before_an_exit_is_all_there(notebook):
    result = notebook.run('for (int i = 0; i < 200_000; i++) System.out.printf("%050d%n", i);\nSystem.exit(0);')
    died(result)
    assert result.printed() == "".join(f"{i:050d}\n" for i in range(200_000))


def test_what_arrived_before_a_kill_stands_without_a_gap(notebook):
    worker = notebook.worker
    cell = notebook.send('for (int i = 0; ; i++) System.out.printf("%050d%n", i);')
    notebook.printed(cell, f"{20_000:050d}")
    worker.kill()
    result = notebook.result(cell)
    assert "signal 9" in died(result)
    lines = result.printed().splitlines()
    assert [int(line) for line in lines[:-1]] == list(range(len(lines) - 1))


def test_a_death_during_input_ends_the_wait(notebook):
    worker = notebook.worker
    cell = notebook.held("")
    worker.kill()
    assert "signal 9" in died(notebook.result(cell))
    assert_restored(notebook)


def test_a_worker_killed_while_a_cell_is_compiled_costs_an_answer_at_most(notebook):
    worker = notebook.worker
    # long enough to compile for the kill to come in between, and the declarations of the cell stand either way
    slow = "\n".join(f"int slow{n}(int x) {{ return x + {n}; }}" for n in range(60))
    cell = notebook.send('System.out.print("started");\n' + slow)
    notebook.printed(cell, "started")
    worker.kill()
    assert notebook.result(cell).status in {"ok", "error"}
    notebook.run(slow)
    assert notebook.run("slow59(1)").text == "60"
    assert_restored(notebook)


def test_an_exit_by_a_thread_after_its_cell_is_told_with_the_next(notebook):
    worker = notebook.worker
    notebook.run('new Thread(() -> { try { new java.util.concurrent.CountDownLatch(1).await(200, java.util.concurrent.TimeUnit.MILLISECONDS); } catch (InterruptedException e) {} System.exit(5); }).start();')
    worker.wait(60)
    result = notebook.run("sum(new Pair(1, 1))")
    assert result.text == "2" and "exit code 5" in result.printed("stderr")


def test_a_shutdown_hook_that_hangs_is_not_waited_for(notebook):
    notebook.run("Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));")
    assert "a shutdown hook did not return" in died(notebook.run("System.exit(0);"))
    assert_restored(notebook)


@pytest.mark.parametrize("name", ["TERM", "INT"])
def test_a_signal_to_the_worker_is_told_or_passed_over(notebook, name):
    worker = notebook.worker
    cell = notebook.held('System.out.print("went on");')
    worker.send_signal(getattr(signal, f"SIG{name}"))
    if name == "TERM":
        assert "signal 15" in died(notebook.result(cell))
    else:
        notebook.let_go()
        assert notebook.result(cell).printed() == "went on" and notebook.worker == worker
    assert_restored(notebook)


def test_a_child_of_the_dead_worker_holds_nothing_up_and_is_left_alone(notebook):
    cell = notebook.send('var child = new ProcessBuilder("sleep", "600").inheritIO().start();\nSystem.out.print(child.pid());\nRuntime.getRuntime().halt(2);')
    result = notebook.result(cell)
    died(result)
    assert_restored(notebook)
    child = psutil.Process(int(result.printed()))
    assert child.is_running()
    child.kill()


def test_after_three_workers_that_do_not_start_it_is_told_what_to_do_and_that_heals(start):
    notebook = start(ready=False, JOTTER_JVM_OPTS="-XX:NoSuchOption")
    told = [notebook.run("1 + 1") for _ in range(4)]
    assert all(result.status == "error" or result.printed("stderr") for result in told)
    assert "NoSuchOption" in "".join(result.error + result.printed("stderr") for result in told)
    assert any("no other is tried: change the JVM options with %jvm" in result.error + result.printed("stderr") for result in told)
    assert notebook.run("%jvm --reset").status == "ok"
    assert notebook.run("1 + 1").text == "2"


def test_an_option_that_the_jvm_refuses_is_told_and_costs_nothing(fresh):
    fresh.run("int kept = 7;")
    result = fresh.run("%jvm -XX:NoSuchOption")
    assert result.status == "error" and "NoSuchOption" in result.error and "Nothing was restarted" in result.error
    assert fresh.run("kept").text == "7"
    assert fresh.run("%jvm -Xmx200m").status == "ok"
    assert fresh.run("Runtime.getRuntime().maxMemory() <= 200L << 20").text == "true"
