"""The worker may end, in whatever way; the kernel goes on, with all but the variables."""

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


def test_a_full_heap_is_an_ordinary_error_with_the_variables_kept(start):
    notebook = start(JOTTER_JVM_OPTS="-Xmx96m")
    notebook.run("int kept = 5;\nvar hog = new java.util.ArrayList<byte[]>();")
    worker = notebook.worker
    result = notebook.run("while (true) hog.add(new byte[1 << 20]);")
    assert result.content["ename"] == "java.lang.OutOfMemoryError"
    assert notebook.run("hog.clear();\nkept").text == "5"
    assert notebook.worker == worker


def test_an_option_that_the_jvm_refuses_is_told_and_costs_nothing(fresh):
    fresh.run("int kept = 7;")
    result = fresh.run("%jvm -XX:NoSuchOption")
    assert result.status == "error" and "NoSuchOption" in result.error and "Nothing was restarted" in result.error
    assert fresh.run("kept").text == "7"
    assert fresh.run("%jvm -Xmx200m").status == "ok"
    assert fresh.run("Runtime.getRuntime().maxMemory() <= 200L << 20").text == "true"
