"""A long use of one kernel: a third in which workers die and Jupyter restarts, two thirds in which one life goes on."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from jupyter_client.kernelspec import KernelSpecManager
from kernels import kernel
from talk import Notebook

from soak.figures import Limit, Sample, rises
from soak.reader import DEATHS, EVERYDAY, RESTARTS, Reader

SAMPLES = 12
# JShell keeps every snippet that it was given and the compiler's symbols of each
FRONT = {
    "pss": Limit(15, 0.06),
    "heap": Limit(2, 0.05),
    "threads": Limit(2),
    "descriptors": Limit(2),
}
# a class of the user's that was defined stays defined
WORKER = {
    "pss": Limit(30, 0.06),
    "heap": Limit(2, 0.02),
    "threads": Limit(4),
    "descriptors": Limit(2),
}
# a JVM's compiler threads come and go
AFTER_DEATHS = {"heap": Limit(12), "threads": Limit(3), "descriptors": Limit(2)}


class Use:
    """Does what chance says for so many seconds, and looks at the kernel's processes between."""

    def __init__(self, notebook: Notebook, private: Path, seed: int, say: Callable[[str], None]) -> None:
        self.reader = Reader(notebook, Random(seed))
        self.notebook = notebook
        self.private = private
        self.random = Random(seed + 1)
        self.say = say
        self.done: Counter[str] = Counter()
        self.broken: list[str] = []

    def last(self, seconds: float) -> list[str]:
        """The whole of it; what did not stay where it was, a sentence each."""
        begin = time.monotonic()
        self._act([*EVERYDAY, *DEATHS, *RESTARTS], begin + seconds / 6)
        self._act_once(Reader.restart)
        self._through_deaths(begin + seconds / 3)
        self._one_life(begin + seconds / 3, begin + seconds)
        return self.broken

    def _through_deaths(self, until: float) -> None:
        samples = []
        while not samples or time.monotonic() < until:
            self._act(EVERYDAY, time.monotonic() + max(0.5, (until - time.monotonic()) / 4))
            self._act_once(self.random.choice(DEATHS)[0])
            samples.append(Sample.of(self.notebook.front, self.done.total()))
        self._judge("The kernel's process, as workers died", samples, AFTER_DEATHS)

    def _one_life(self, begin: float, end: float) -> None:
        worker, front = self.notebook.worker, self.notebook.front
        files = self._files()
        fronts, workers = [], []
        for lap in range(1, SAMPLES + 1):
            self._act(EVERYDAY, begin + (end - begin) * lap / SAMPLES)
            fronts.append(Sample.of(front, self.done.total()))
            workers.append(Sample.of(worker, self.done.total()))
        self._judge("The kernel's process", fronts, FRONT)
        self._judge("The worker", workers, WORKER)
        if (self.notebook.worker, self.notebook.front) != (worker, front):
            self.broken.append("The processes are not those that they were.")
        if front.children(recursive=True) != [worker]:
            self.broken.append(f"There are other processes: {front.children(recursive=True)}.")
        if self._files() != files:
            self.broken.append(f"The private folder had {sorted(files)} and has {sorted(self._files())}.")

    def _act(self, actions: list[tuple[Callable[[Reader], None], int]], until: float) -> None:
        while time.monotonic() < until:
            self._act_once(self.random.choices([action for action, _ in actions], [weight for _, weight in actions])[0])

    def _act_once(self, action: Callable[[Reader], None]) -> None:
        action(self.reader)
        self.reader.forget_messages()
        self.done[action.__name__] += 1

    def _files(self) -> set[Path]:
        return {file.relative_to(self.private) for file in self.private.rglob("*")}

    def _judge(self, whose: str, samples: list[Sample], limits: dict[str, Limit]) -> None:
        self.say(f"{whose}: from {samples[0]} after {samples[0].actions} actions to {samples[-1]} after {samples[-1].actions}")
        if len(samples) < 2:
            return
        for figure, rise, most in rises(samples, limits):
            self.say(f"  {figure} {rise:+.2f}, of {most:.2f} that may be: {' '.join(f'{getattr(sample, figure):.0f}' for sample in samples)}")
            if rise > most:
                self.broken.append(f"{whose}: {figure} rose by {rise:.2f}, {most:.2f} may be. Samples: {[round(getattr(each, figure), 2) for each in samples]}")


def side_by_side(specs: Mapping[str, KernelSpecManager], folder: Path, seconds: float, seed: int, say: Callable[[str], None]) -> list[str]:
    """A use of each of these kernels, all at the same time; what did not stay where it was, a sentence each."""
    with ThreadPoolExecutor(len(specs)) as readers:
        uses = [readers.submit(_use, name, each, folder / f"use {number}", seconds, seed, say) for number, (name, each) in enumerate(specs.items())]
        return [sentence for use in uses for sentence in use.result()]


def _use(name: str, specs: KernelSpecManager, folder: Path, seconds: float, seed: int, say: Callable[[str], None]) -> list[str]:
    notebook_folder, private = folder / "notebook", folder / "private"
    notebook_folder.mkdir(parents=True)
    private.mkdir(mode=0o700)
    with kernel(specs, notebook_folder, {"XDG_RUNTIME_DIR": str(private)}) as notebook:
        use = Use(notebook, private, seed, lambda line: say(f"{name}: {line}"))
        try:
            broken = use.last(seconds)
        except AssertionError as wrong:
            raise AssertionError(f"{name}, seed {seed}, after {use.done.total()} actions ({use.done}): {wrong}") from wrong
        say(f"{name}: {use.done.total()} actions, each as it had to be: {dict(use.done)}")
    return [f"{name}, seed {seed}: {sentence}" for sentence in broken]
