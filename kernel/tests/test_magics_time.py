"""`%time` and `%%bench`: how long code takes."""

import re

WALL = re.compile(r"Wall time ([\d.]+) (µs|ms|s) \(compiling [\d.]+ (?:µs|ms|s)\)")
BENCH = re.compile(r"([\d.]+) (ns|µs|ms|s) a call \(median\); mean [\d.]+ ± [\d.]+ (?:ns|µs|ms|s) \(99.9 %\)\. (\d+) runs of ([\d,]+) calls?, after (\d+) to warm up\.\n")
UNITS = {"ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1.0}


def test_a_timed_expression_shows_its_value_and_its_time(notebook):
    result = notebook.run("%time Thread.sleep(120)")
    assert result.status == "ok", result.error
    wall = WALL.match(result.printed())
    assert wall and 0.12 <= float(wall[1]) * UNITS[wall[2]] < 30, result.printed()
    assert notebook.run('%time "a  b".length()').text == "4"


def test_what_a_timed_cell_declares_stays(notebook):
    result = notebook.run("%%time\nint timed = 5;\ntimed * 2")
    assert result.text == "10"
    assert WALL.match(result.printed())
    assert notebook.run("timed").text == "5"


def test_cpu_time_counts_what_the_worker_did(notebook):
    result = notebook.run("%%time\nlong until = System.nanoTime() + 300_000_000L; while (System.nanoTime() < until) { }")
    cpu = re.search(r"CPU time ([\d.]+) (ms|s)", result.printed())
    assert cpu and float(cpu[1]) * UNITS[cpu[2]] >= 0.1, result.printed()


def test_errors_in_a_timed_cell_stand_where_they_are_in_it(notebook):
    result = notebook.run('%%time\nint fine = 1;\nint bad = "x";')
    assert result.content["ename"] == "CompileError"
    assert re.search(r'In \[\d+\]:3: error: incompatible types.*\n *int bad = "x";', result.error)
    result = notebook.run('int before = 1;\n%time Integer.parseInt("z")')
    assert result.content["ename"] == "java.lang.NumberFormatException"
    assert re.search(r"In \[\d+\]:2", result.error)


def test_a_magic_within_a_timed_cell_runs(notebook):
    assert notebook.run("%%time\n!echo inside").printed().startswith("inside\n")


def test_a_timed_cell_is_interrupted_as_any_other(notebook):
    request = notebook.send('%%time\nSystem.out.println("started");\nwhile (true) { }')
    notebook.printed(request, "started")
    notebook.interrupt()
    assert notebook.result(request).content["ename"] == "Interrupted"
    assert notebook.run("1 + 1").text == "2"


def test_a_bench_tells_median_and_error(notebook):
    notebook.run("double benched = 3;")
    result = notebook.run("%bench -w 1 -n 4 Math.log(benched)")
    assert result.status == "ok", result.error
    found = BENCH.fullmatch(result.printed())
    assert found and (found[3], found[5]) == ("4", "1"), result.printed()
    assert float(found[1]) * UNITS[found[2]] < 1e-5


def test_a_bench_measures_what_takes_long_by_few_calls(notebook):
    found = BENCH.fullmatch(notebook.run("%%bench -w 0 -n 2\nThread.sleep(60);").printed())
    assert found and found[4] in ("1", "2")
    assert 0.06 <= float(found[1]) * UNITS[found[2]] < 5


def test_a_bench_of_statements_leaves_nothing_behind(notebook):
    notebook.run("42")
    result = notebook.run("%%bench -w 0 -n 2\nint own = 0;\nfor (int i = 0; i < 10; i++) own += i;\nown")
    assert BENCH.fullmatch(result.printed()), result.error
    assert notebook.run("own").content["ename"] == "CompileError"
    assert "jotter" not in notebook.run("%who").text
    assert notebook.run('System.getProperty("jotter.bench")').text is None


def test_a_longer_loop_takes_longer(notebook):
    def seconds(count: int) -> float:
        found = BENCH.fullmatch(notebook.run(f"%%bench -w 1 -n 3\ndouble s = 0;\nfor (int i = 0; i < {count}; i++) s += Math.sqrt(i);\ns").printed())
        return float(found[1]) * UNITS[found[2]]

    assert seconds(100_000) > 20 * seconds(1_000)


def test_what_cannot_be_benched_is_told_in_the_cells_own_lines(notebook):
    result = notebook.run('%%bench\nint x = 1;\nint bad = "x";\nbad')
    assert re.search(r'In \[\d+\]:3: error: incompatible types.*\n *int bad = "x";', result.error)
    assert "jotterLoop" not in result.error
    result = notebook.run('%%bench\nthrow new IllegalStateException("oh");')
    assert (result.content["ename"], result.content["evalue"]) == ("java.lang.IllegalStateException", "oh")
    assert "-n takes a number" in notebook.run("%bench -n 0 1 + 1").content["evalue"]


def test_a_bench_is_interrupted(notebook):
    request = notebook.send("System.out.println(\"started\");\n%bench -n 1000 Math.log(2)")
    notebook.printed(request, "started")
    notebook.interrupt()
    assert notebook.result(request).content["ename"] == "Interrupted"
    assert notebook.run("1 + 1").text == "2"
