"""The same lines in cells and in a plain Java program with the worker's own options, in pairs that run side by side."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from contenders import Contender
from jotter_kernel import distribution
from jotter_kernel.errors import Problem
from talker import Talker

PAIRS = 7
LONGEST = 300.0
# the debug agent is what the program is plain without; the others name files of one worker's
NOT_PLAIN = ("-agentlib:", "-XX:ErrorFile=", "-XX:SharedArchiveFile=", "-XX:+AutoCreateSharedArchive")
ASK_OPTIONS = 'String.join("\\n", java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments())'


def in_pairs(contenders: list[Contender], environment: dict[str, str], source: Path, in_cells: Callable[[Contender], None], plainly: Callable[[Contender, str], None]) -> None:
    """Runs Jotter's cells and the program in turn; `plainly` is given what the program has said."""
    for contender in contenders:
        if not contender.is_ours:
            continue
        options = _worker_options(contender, environment)
        for pair in range(PAIRS):
            runs: list[Callable[[], None]] = [lambda c=contender: in_cells(c), lambda c=contender: plainly(c, _program(c, environment, options, source))]
            # a pair's two runs lie side by side, each as often first as the other
            for run in runs if pair % 2 == 0 else reversed(runs):
                run()


def cells(source: Path) -> dict[str, str]:
    """The parts of the program that are cells of a notebook."""
    return dict(re.findall(r"// cell (\w+)\n(.*?)// end\n", source.read_text("utf-8"), re.DOTALL))


def seconds(what: str, said: str) -> float:
    """The time that a line of output names in nanoseconds."""
    found = re.search(rf"^{what} (\d+)", said, re.MULTILINE)
    if not found:
        raise Problem(f"No time was named for `{what}`; what was said is: {said[-500:]}")
    return int(found.group(1)) / 1e9


def _worker_options(contender: Contender, environment: dict[str, str]) -> list[str]:
    """The options of the JVM that runs cells, as that JVM itself names them."""
    with Talker(contender, environment) as talker:
        talker.ready()
        named = talker.run(ASK_OPTIONS).text.strip().splitlines()
        talker.shut_down()
    return [option for option in named if option.startswith("-") and not option.startswith(NOT_PLAIN)]


def _program(contender: Contender, environment: dict[str, str], options: list[str], source: Path) -> str:
    assert contender.jdk is not None
    jars = distribution.find()
    class_path = os.pathsep.join(map(str, [jars.api, *jars.environment_jars()]))
    command = [str(contender.jdk.java), *options, "-cp", class_path, str(source)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=LONGEST)
    if ran.returncode:
        raise Problem(f"The plain program ended with code {ran.returncode}. It said: {ran.stderr[-2000:]}")
    return ran.stdout
