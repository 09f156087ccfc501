"""The arrays of a cell lie outside Java's heap: a cell that is run again and again must not fill the machine."""

import statistics
import subprocess
import time
from pathlib import Path

import pytest
from soak.figures import Sample

RUNS = 20
# twice as many as the kernel keeps a compiler for, so that both looks find one of the same age
LAMBDAS = 200
REFUSED = 60
KEPT_BY_JSHELL_MB = 0.015
TOLERATED_OF_THE_COMPILER_MB = 6
# a run of either cell makes more than 20 MB of arrays: twenty that were kept would be more than 400 MB
TOLERATED_MB = 100
# of a cell that redefines a class: measured 20, JShell's own snippets and classes
KB_A_CELL = 60

CLOSED_BY_ITS_MANAGER = """
try (NDManager own = NDManager.newBaseManager(); Model model = Model.newInstance("line")) {
    model.setBlock(Linear.builder().setUnits(10).build());
    try (Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(Optimizer.adam().build()))) {
        trainer.initialize(new Shape(10_000, 500));
        NDArray x = own.ones(new Shape(10_000, 500)), y = own.ones(new Shape(10_000, 10));
        try (GradientCollector collector = trainer.newGradientCollector()) {
            collector.backward(trainer.getLoss().evaluate(new NDList(y), trainer.forward(new NDList(x))));
        }
        trainer.step();
    }
}
"""

CLOSED_BY_ITS_SCOPE = """
float total = scope(() -> {
    NDArray scores = manager().ones(new Shape(10_000, 500)).mul(weights);
    return scores.add(weights).sum().getFloat();
});
"""


@pytest.mark.parametrize("cell", [CLOSED_BY_ITS_MANAGER, CLOSED_BY_ITS_SCOPE], ids=["manager", "scope"])
def test_a_cell_run_twenty_times_leaves_memory_where_it_was(notebook, cell):
    def run(code=cell):
        result = notebook.run(code)
        assert result.status == "ok", result.error

    # one thread: several would wait for each other where the machine has other work
    run('System.setProperty("ai.djl.pytorch.num_threads", "1");')
    run("NDArray weights = manager().ones(new Shape(1, 500));")
    worker = notebook.worker
    for _ in range(3):  # the engine, its thread pools and its allocator take what they keep
        run()
    before = worker.memory_info().rss
    for _ in range(RUNS):
        run()
    assert (worker.memory_info().rss - before) / 2**20 < TOLERATED_MB
    assert notebook.worker == worker


def test_cells_with_lambdas_do_not_fill_the_process_that_compiles(notebook):
    # of each the compiler kept the trees: 100 to 170 KB, 20 to 30 MB for these
    def run(cells):
        for number in range(cells):
            assert notebook.run(f"scope(() -> manager().ones(new Shape({number} + 1)).sum().getFloat())").text == f"{number + 1}.0"

    run(LAMBDAS // 2)
    before = Sample.of(notebook.front, 0).heap
    run(LAMBDAS)
    assert Sample.of(notebook.front, LAMBDAS).heap - before < LAMBDAS * KEPT_BY_JSHELL_MB + TOLERATED_OF_THE_COMPILER_MB


def test_cells_that_do_not_compile_do_not_fill_the_process_that_compiles(notebook):
    # JShell kept half a megabyte of the compiler's for each
    def run(cells):
        for number in range(cells):
            assert notebook.run(f'int wrong{number} = "text";').status == "error"

    run(REFUSED)
    before = Sample.of(notebook.front, 0).heap
    run(REFUSED)
    assert Sample.of(notebook.front, REFUSED).heap - before < REFUSED * KEPT_BY_JSHELL_MB + TOLERATED_OF_THE_COMPILER_MB


@pytest.mark.parametrize("cell", ["var big = new byte[800 << 20];", "new byte[800 << 20]"], ids=["variable", "unnamed"])
def test_a_value_of_800_mb_can_be_made_ten_times_in_two_gigabytes(start, cell):
    notebook = start(JOTTER_JVM_OPTS="-Xmx2g")
    for _ in range(10):
        result = notebook.run(cell)
        assert result.status == "ok", result.error


CELL = "class Counted {{ int value = {0}; int next() {{ return value + {0}; }} }}\nCounted counted = new Counted();\nint sum = counted.next();"
# survivors, eden, old generation and metaspace, in KB
USED = ("S0U", "S1U", "EU", "OU", "MU")


def _kept(process):
    """What a JVM holds after a collection, by the JDK's own tools."""
    tools = Path(process.exe()).parent
    subprocess.run([tools / "jcmd", str(process.pid), "GC.run"], check=True, capture_output=True)
    told = subprocess.run([tools / "jstat", "-gc", str(process.pid)], check=True, capture_output=True, text=True).stdout
    names, values = map(str.split, told.splitlines())
    return sum(float(value) for name, value in zip(names, values, strict=True) if name in USED and value != "-")


def test_cells_that_redefine_classes_get_no_slower_and_leave_little(fresh):
    def cells(first, count):
        times = []
        for number in range(first, first + count):
            begun = time.perf_counter()
            assert fresh.run(CELL.format(number)).status == "ok"
            times.append(time.perf_counter() - begun)
        fresh.heard.clear()
        return statistics.median(times)

    processes = fresh.front, fresh.worker
    cells(0, 50)
    # completion has a compiler of its own, which it opens once, asked for or when nothing else is to be done
    fresh.reply(fresh.client.complete('"text".tr'))
    before, early = sum(map(_kept, processes)), cells(50, 40)
    cells(90, 160)
    late, after = cells(250, 40), sum(map(_kept, processes))
    assert late < 2 * early
    # JShell itself keeps each snippet and each class that it made
    assert (after - before) / 240 < KB_A_CELL
