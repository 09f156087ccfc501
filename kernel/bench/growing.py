"""A thousand cells that define a class, redefine it and let go of it: what the later ones cost beside the earlier."""

from __future__ import annotations

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
# survivors, eden, old generation and metaspace, in KB
USED = ("S0U", "S1U", "EU", "OU", "MU")


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    for contender in contenders:
        if contender.jdk is None or not contender.is_ours:
            continue
        with Talker(contender, environment) as talker:
            talker.ready()
            tools, process = contender.jdk.home / "bin", talker.process.pid
            early = [_cell(talker, number) for number in range(EARLY.stop)]
            before = _kept(tools, process)
            times = [*early, *[_cell(talker, number) for number in range(EARLY.stop, COUNT)]]
            ledger.note(CELL_MEMORY, contender.key, (_kept(tools, process) - before) / (COUNT - EARLY.stop))
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


def _kept(tools: Path, process: int) -> float:
    """What a kernel's processes hold after a collection, in KB, by the JDK's own tools."""
    total = 0.0
    for member in Tree(process).members:
        subprocess.run([str(tools / "jcmd"), str(member), "GC.run"], capture_output=True, check=True)
        told = subprocess.run([str(tools / "jstat"), "-gc", str(member)], capture_output=True, text=True, check=True).stdout
        names, values = map(str.split, told.splitlines())
        total += sum(float(value) for name, value in zip(names, values, strict=True) if name in USED and value != "-")
    return total
