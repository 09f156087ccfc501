"""What the tests of interrupts measure: how long a stop takes, and whether anything burns on after it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from queue import Empty

import psutil
from talk import Notebook, Result

# the kernel's word is 300 ms to the reply of what ignores its interrupt, on a machine that has time for it; a busy one is
# given ten times its own answer to a trivial cell, and a second to hand the processor on
IGNORED = 0.3
BUSY = 1.0
# what a training loop that winds up is given
GRACE = 2.0
# how long a processor is watched, and the part of one that the worker may use meanwhile: a loop uses nearly all of one
WINDOW = 0.4
IDLE = 0.25


@dataclass
class Stopped:
    result: Result
    seconds: float


def stop(notebook: Notebook, cell: str, clicks: int = 1) -> Stopped:
    """Interrupts a cell that runs, and waits for its reply."""
    began = time.monotonic()
    for _ in range(clicks):
        notebook.interrupt()
    notebook.reply(cell)
    seconds = time.monotonic() - began
    return Stopped(notebook.result(cell), seconds)


def allowance(notebook: Notebook) -> float:
    """What a busy machine is given above the kernel's word."""
    began = time.monotonic()
    notebook.run("1 + 1")
    return BUSY + 10 * (time.monotonic() - began)


def part_of_a_processor(process: psutil.Process, notebook: Notebook) -> float:
    """How much of one processor the process uses, watched while iopub is listened to."""
    before = process.cpu_times()
    began = time.monotonic()
    while (left := began + WINDOW - time.monotonic()) > 0:
        try:
            notebook.heard.append(notebook.client.get_iopub_msg(timeout=left))
        except Empty:
            break
    after = process.cpu_times()
    return (after.user + after.system - before.user - before.system) / (time.monotonic() - began)


def is_quiet(process: psutil.Process, notebook: Notebook) -> bool:
    """Whether nothing burns; what the JVM does after a stop, such as compiling, may still end."""
    return any(part_of_a_processor(process, notebook) < IDLE for _ in range(5))
