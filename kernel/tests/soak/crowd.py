"""Many kernels on one machine: some work, the others wait for their readers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from jupyter_client.kernelspec import KernelSpecManager
from kernels import kernel
from talk import SECONDS, Notebook

AT_ONCE = 10
# what a reader has done before he went away: declared, computed, looked at something of some size
USED = [
    "record Point(double x, double y) {}\nint twice(int n) { return 2 * n; }",
    "java.util.Map<Integer, String> words = new java.util.HashMap<>();\nfor (int i = 0; i < 200_000; i++) words.put(i, \"word \" + i);\nwords.size()",
    "java.util.stream.IntStream.range(0, 2_000_000).boxed().map(i -> new Point(i, i)).mapToDouble(Point::x).sum()",
    "words = null;",
]
# one thread for the arithmetic, as the course has it; objects and arrays by the million
WORK = """
System.setProperty("ai.djl.pytorch.num_threads", "1");
long end = System.nanoTime() + {seconds}L * 1_000_000_000L;
int rounds = 0;
try (NDManager own = NDManager.newBaseManager(); Model model = Model.newInstance("busy")) {{
    model.setBlock(new SequentialBlock().add(Linear.builder().setUnits(128).build()).add(Activation.reluBlock()).add(Linear.builder().setUnits(10).build()));
    try (Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(Optimizer.adam().build()))) {{
        trainer.initialize(new Shape(32, 784));
        while (System.nanoTime() < end) {{
            for (int step = 0; step < 50; step++) {{
                try (NDManager batch = own.newSubManager(); GradientCollector collector = trainer.newGradientCollector()) {{
                    NDArray x = batch.ones(new Shape(32, 784)), y = batch.ones(new Shape(32, 10));
                    collector.backward(trainer.getLoss().evaluate(new NDList(y), trainer.forward(new NDList(x))));
                }}
                trainer.step();
            }}
            java.util.List<String> words = java.util.stream.IntStream.range(0, 300_000).mapToObj(i -> "word " + i).toList();
            rounds += words.size() / 300_000;
        }}
    }}
}}
rounds
"""


@contextmanager
def crowd(specs: KernelSpecManager, folder: Path, count: int, variables: Mapping[str, str], at_once: int | None = None) -> Iterator[list[Notebook]]:
    """So many kernels, all started before the first is waited for, or so many at a time."""
    with ExitStack() as kernels:
        notebooks: list[Notebook] = []
        while len(notebooks) < count:
            begun = []
            for number in range(len(notebooks), min(count, len(notebooks) + (at_once or count))):
                place = folder / f"notebook {number}"
                place.mkdir()
                begun.append(kernels.enter_context(kernel(specs, place, variables, ready=False)))
            for notebook in begun:
                notebook.client.wait_for_ready(timeout=2 * SECONDS)
            notebooks += begun
        yield notebooks


def megabytes(notebook: Notebook) -> float:
    """The proportional set size of a kernel's processes."""
    front = notebook.front
    return sum(process.memory_full_info().pss for process in [front, *front.children()]) / 2**20


def observe(specs: KernelSpecManager, folder: Path, idle: int, busy: int, variables: Mapping[str, str], seconds: int, say: Callable[[str], None]) -> None:
    """Lets so many kernels wait and so many work for so many seconds; what they hold and how soon they answer."""
    with crowd(specs, folder, idle + busy, variables, AT_ONCE) as notebooks:
        for notebook in notebooks:
            for cell in USED:
                result = notebook.run(cell)
                assert result.status == "ok", result.error
        waiting, working = notebooks[:idle], notebooks[idle:]
        say(f"{len(notebooks)} kernels, used: {_sum(notebooks)}")
        # they go quiet meanwhile
        requests = [notebook.send(WORK.format(seconds=seconds)) for notebook in working]
        highest = 0.0
        times = []
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for notebook in waiting[:: max(1, idle // 4)]:
                begun = time.monotonic()
                assert notebook.run("1 + 1").text == "2"
                times.append(time.monotonic() - begun)
            highest = max(highest, sum(map(megabytes, notebooks)))
        say(f"while {busy} work: at most {highest / 1024:.1f} GB in all; the working ones {_sum(working)}; the waiting ones {_sum(waiting)}")
        if times:
            say(f"an idle one answers 1 + 1 in {median(times) * 1000:.0f} ms, at worst in {max(times) * 1000:.0f} ms")
        rounds = [notebook.result(request) for notebook, request in zip(working, requests)]
        assert all(int(result.text or 0) > 0 for result in rounds), [result.error for result in rounds]
        say(f"rounds of work done: {' '.join(str(result.text) for result in rounds)}")


def _sum(notebooks: list[Notebook]) -> str:
    sizes = [megabytes(notebook) for notebook in notebooks]
    return f"{sum(sizes) / 1024:.1f} GB ({min(sizes):.0f} to {max(sizes):.0f} MB each)" if sizes else "none"
