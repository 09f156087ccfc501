"""Makes the cache from which the kernel's process reads its classes at start, in a run that does what users do first."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from .conversation import REPLY_SECONDS, conversation
from .errors import Problem
from .launch import Launch

if TYPE_CHECKING:
    from jupyter_client.blocking import BlockingKernelClient

# On 25 the JVM writes the cache in a second process after the kernel's own work is done.
END_SECONDS = 180

CELLS = [
    "1 + 1",
    'String greeting = "Hello";\nSystem.out.println(greeting);',
    "import java.util.stream.*;\nIntStream.range(0, 5).boxed().map(i -> i * i).collect(Collectors.toList())",
    "record Point(int x, int y) {}\nnew Point(1, 2)",
    "sealed interface Shape permits Circle {}\nrecord Circle(double radius) implements Shape {}",
    "int square(int n) { return n * n; }\nsquare(7)",
    "int square(int n) { return n * n * 1; }",
    "for (int i = 0; i < 3; i++) System.out.println(i);",
    "int broken = \"text\";",
    "int unfinished = ;",
    'throw new IllegalStateException("training", new RuntimeException("cause"));',
]


def make(launch: Launch) -> None:
    """Writes `launch.cache`.

    Raises Problem when no cache came of it: the kernel starts without one too, only later.
    """
    launch.cache.parent.mkdir(parents=True, exist_ok=True)
    # beside the old one, which a kernel may be reading
    fresh = launch.cache.with_name(f"{launch.cache.name}.{os.getpid()}")
    try:
        with conversation(lambda file: launch.recording_command(fresh, file), END_SECONDS) as client:
            _train(client)
        if not fresh.is_file():
            raise Problem("The JVM wrote no start-up cache.")
        os.replace(fresh, launch.cache)
    finally:
        for leftover in fresh.parent.glob(f"{fresh.name}*"):
            leftover.unlink()


def _train(client: BlockingKernelClient) -> None:
    for cell in CELLS:
        client.execute_interactive(cell, allow_stdin=False, timeout=REPLY_SECONDS, output_hook=lambda message: None)
    for request in (
        client.kernel_info(),
        client.complete("greeting.le"),
        client.complete("System.out.pri"),
        client.inspect("greeting.length"),
        client.is_complete("for (int i = 0; i < 3; i++) {"),
        client.history(hist_access_type="tail", n=5),
        client.comm_info(),
    ):
        while client.get_shell_msg(timeout=REPLY_SECONDS)["parent_header"].get("msg_id") != request:
            pass  # an answer to something before


def passed_over_in_silence(launch: Launch) -> bool:
    """Whether a JVM given this cache says nothing of its own. For the tests and the doctor."""
    command = launch.command()
    flags = command[: command.index("-cp")]
    answer = subprocess.run([*flags, "-version"], capture_output=True, text=True, timeout=REPLY_SECONDS)
    said = answer.stdout + answer.stderr
    return answer.returncode == 0 and "cache" not in said.lower() and "archive" not in said.lower()
