"""Makes the caches from which the kernel's processes read their classes at start, in a run that does what users do first."""

from __future__ import annotations

import os
import subprocess
import tempfile
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
    """Writes `launch.cache` and `launch.worker_cache`.

    Raises Problem when no cache came of it: the kernel starts without one too, only later.
    """
    launch.cache.parent.mkdir(parents=True, exist_ok=True)
    # beside the old ones, which a kernel may be reading
    with tempfile.TemporaryDirectory(prefix="fresh-", dir=launch.cache.parent) as folder:
        fresh, fresh_worker, classes = (Path(folder, name) for name in (launch.cache.name, launch.worker_cache.name, "worker.classes"))
        with conversation(lambda file: launch.recording_command(fresh, classes, file), END_SECONDS) as client:
            _train(client)
        if classes.is_file():
            subprocess.run(launch.worker_cache_command(classes, fresh_worker), stdin=subprocess.DEVNULL, capture_output=True, timeout=END_SECONDS)
        for made, place in ((fresh_worker, launch.worker_cache), (fresh, launch.cache)):
            if not made.is_file():
                raise Problem(f"The JVM wrote no {place.name}.")
            os.replace(made, place)


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
    flags = command[: command.index("-jar")]
    answer = subprocess.run([*flags, "-version"], capture_output=True, text=True, timeout=REPLY_SECONDS)
    said = answer.stdout + answer.stderr
    return answer.returncode == 0 and "cache" not in said.lower() and "archive" not in said.lower()
