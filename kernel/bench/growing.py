"""A thousand cells that define a class, redefine it and let go of it: what the later ones cost beside the earlier."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from bare import BareJShell
from contenders import Contender
from ledger import CELL_50, CELL_1000, CELL_BARE_50, CELL_BARE_1000, CELL_MEMORY, Ledger, Measure
from processes import Tree
from talker import Talker

COUNT = 1_020
EARLY, LATE = range(29, 70), range(979, COUNT)
# each cell redefines what the one before has defined, and drops its objects
SNIPPETS = (
    "class Counted {{ int value = {number}; int next() {{ return value + {number}; }} }}",
    "Counted counted = new Counted();",
    "int sum = counted.next();",
)
KEPT = re.compile(r"(?:generation\s+total \S+ used|heap\s+total \S+ used|DefNew\s+total \S+ used|Tenured\s+total \S+ used|Metaspace\s+used) (\d+)K")


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    for contender in contenders:
        if contender.jdk is None or not contender.is_ours:
            continue
        with Talker(contender, environment) as talker:
            talker.ready()
            java, process = contender.jdk.home / "bin" / "jcmd", talker.process.pid
            early = [_cell(talker, number) for number in range(EARLY.stop)]
            before = _kept(java, process)
            times = [*early, *[_cell(talker, number) for number in range(EARLY.stop, COUNT)]]
            ledger.note(CELL_MEMORY, contender.key, (_kept(java, process) - before) / (COUNT - EARLY.stop))
            _note(times, contender.key, (CELL_50, CELL_1000), ledger)
        with BareJShell(contender, with_imports=False) as shell:
            times = [sum(shell.run(snippet.format(number=number)) for snippet in SNIPPETS) for number in range(COUNT)]
            _note(times, contender.key, (CELL_BARE_50, CELL_BARE_1000), ledger)


def _cell(talker: Talker, number: int) -> float:
    return talker.run("\n".join(SNIPPETS).format(number=number)).round_trip()


def _note(times: list[float], key: str, measures: tuple[Measure, Measure], ledger: Ledger) -> None:
    for measured, cells in zip(measures, (EARLY, LATE), strict=True):
        for cell in cells:
            ledger.note(measured, key, times[cell])


def _kept(jcmd: Path, process: int) -> float:
    """Reachable heap and metaspace of a kernel's processes in KB, by the JDK's own tool."""
    total = 0.0
    for member in Tree(process).members:
        subprocess.run([str(jcmd), str(member), "GC.run"], capture_output=True, check=True)
        told = subprocess.run([str(jcmd), str(member), "GC.heap_info"], capture_output=True, text=True, check=True).stdout
        total += sum(int(used) for used in KEPT.findall(told))
    return total
