"""What a process holds, and whether that stays where it was."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil
from talk import SECONDS

# serial and G1, as each JDK words it
HEAP = re.compile(r"(?:total|committed) \d+K, used (\d+)K")


@dataclass(frozen=True)
class Sample:
    """One look at one process, after a full collection; memory in MB."""

    actions: int
    pss: float
    heap: float
    threads: int
    descriptors: int

    @staticmethod
    def of(process: psutil.Process, actions: int) -> Sample:
        jcmd(process, "GC.run")
        told = jcmd(process, "GC.heap_info")
        return Sample(
            actions,
            process.memory_full_info().pss / 2**20,
            sum(int(used) for used in HEAP.findall(told)) / 1024,
            process.num_threads(),
            process.num_fds(),
        )

    def __str__(self) -> str:
        return f"{self.pss:.0f} MB PSS, {self.heap:.1f} MB heap, {self.threads} threads, {self.descriptors} descriptors"


def jcmd(process: psutil.Process, *command: str) -> str:
    """Asks a JVM by the jcmd that lies beside it."""
    tool = Path(process.exe()).with_name("jcmd")
    return subprocess.run([str(tool), str(process.pid), *command], capture_output=True, text=True, check=True, timeout=SECONDS).stdout


@dataclass(frozen=True)
class Limit:
    """How far a figure may rise from the middle third to the last: by so much, and by so much more for each action between."""

    slack: float
    an_action: float = 0


def rises(samples: list[Sample], limits: dict[str, Limit]) -> Iterator[tuple[str, float, float]]:
    """For each figure, by how much its median has risen from the first half of these samples to the second, and by how much it may."""
    half = len(samples) // 2
    earlier, later = samples[:half], samples[-half:]

    def middle(part: list[Sample], figure: str) -> float:
        return median(getattr(sample, figure) for sample in part)

    between = middle(later, "actions") - middle(earlier, "actions")
    for figure, limit in limits.items():
        yield figure, middle(later, figure) - middle(earlier, figure), limit.slack + limit.an_action * between
