"""What is measured, and the book in which every single value is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Measure:
    key: str
    title: str
    unit: str


LAUNCH_TO_INFO = Measure("launch_to_info", "launch → kernel_info reply", "ms")
LAUNCH_TO_RESULT = Measure("launch_to_result", "launch → first result, environment preloaded", "ms")
CLIENT_TO_RESULT = Measure("client_to_result", "the same by Jupyter's own client, which waits until the kernel is ready", "ms")
FIRST_COMPLETION = Measure("first_completion", "first completion, a second after the first cell", "ms")
FIRST_INSPECTION = Measure("first_inspection", "first inspection, right after it", "ms")
RESTART = Measure("restart", "restart by Jupyter's client → ready", "ms")
CLIENT_TO_READY = Measure("client_to_ready", "launch by Jupyter's client → ready", "ms")
SHUTDOWN = Measure("shutdown", "shutdown", "ms")
INFO = Measure("info", "kernel_info", "ms")
SUM = Measure("sum", "`1+1`", "ms")
BARE_SUM = Measure("bare_sum", "`1+1` in a bare JShell, no wire", "ms")
BARE_SUM_IMPORTS = Measure("bare_sum_imports", "the same with Jotter's imports and class path", "ms")
STATEMENTS = Measure("statements", "a cell of 30 statements", "ms")
BARE_STATEMENTS = Measure("bare_statements", "the 30 in a bare JShell with Jotter's imports and class path", "ms")
COMPLETION = Measure("completion", "completion", "ms")
LIBRARY_COMPLETION = Measure("library_completion", "completion of the members of an NDArray, with kinds and signatures", "ms")
INSPECTION = Measure("inspection", "inspection", "ms")
UNCROWDED_SUM = Measure("uncrowded_sum", "`1+1` beside a kernel with 300 jars more", "ms")
CROWDED_SUM = Measure("crowded_sum", "`1+1` with 300 jars more on the class path", "ms")
UNCROWDED_COMPLETION = Measure("uncrowded_completion", "completion beside a kernel with 300 jars more", "ms")
CROWDED_COMPLETION = Measure("crowded_completion", "completion with 300 jars more on the class path", "ms")
LINES = Measure("lines", "20,000 lines, to the idle", "s")
LINES_LOST = Measure("lines_lost", "lines lost or out of order", "")
LINES_MESSAGES = Measure("lines_messages", "messages that they came in", "")
MILLION = Measure("million", "1,000,000 lines, to the idle", "s")
MILLION_LOST = Measure("million_lost", "lines of them lost or out of order", "")
MILLION_MESSAGES = Measure("million_messages", "messages a second meanwhile", "")
CELL_50 = Measure("cell_50", "a cell that redefines a class, the 30th to 70th", "ms")
CELL_1000 = Measure("cell_1000", "the same, the 980th to 1,020th", "ms")
CELL_BARE_50 = Measure("cell_bare_50", "the same in a bare JShell, the 30th to 70th", "ms")
CELL_BARE_1000 = Measure("cell_bare_1000", "the same in a bare JShell, the 980th to 1,020th", "ms")
CELL_MEMORY = Measure("cell_memory", "what such a cell leaves in both processes", "KB")
MEMORY = Measure("memory", "idle memory, all processes (PSS)", "MB")
MAVEN_COLD = Measure("maven_cold", "`%maven` of some 30 libraries that are here, the first of a kernel", "ms")
MAVEN_WARM = Measure("maven_warm", "the same, after a `%maven` of another", "ms")
MAVEN_MEMORY = Measure("maven_memory", "idle memory after it, all processes (PSS)", "MB")
MOVED = Measure("moved", "a slider is moved → its new picture", "ms")
MOVED_PRINTED = Measure("moved_printed", "the same where the result is a number", "ms")
LOOPS = Measure("loops", "loops of plain Java in a cell", "s")
LOOPS_PLAIN = Measure("loops_plain", "the same in a plain Java program", "s")
TRAINING = Measure("training", "an epoch of notebook 08 in a cell", "s")
TRAINING_SHOWN = Measure("training_shown", "the same with its live chart", "s")
TRAINING_PLAIN = Measure("training_plain", "the same in a plain Java program, no chart", "s")
EMPTY_STEP = Measure("empty_step", "an empty loop, each iteration", "ns")
PROGRESS_STEP = Measure("progress_step", "the same with a progress bar", "ns")
CHART_STEP = Measure("chart_step", "the same with a live chart that each iteration feeds", "ns")
DIGITS = Measure("digits", "notebook 08's program, `jotter run` → its accuracy", "s")
DIGITS_KERAS = Measure("digits_keras", "the same program in Keras, `python` → its accuracy", "s")
EPOCH_BARE = Measure("epoch_bare", "an epoch of notebook 08, in turn with the next", "s")
EPOCH_SHOWN = Measure("epoch_shown", "the same with its live chart, in the same kernel", "s")
BIG_TABLE = Measure("big_table", "a table of 1,000,000 × 20 is shown", "ms")
CLOUD = Measure("cloud", "a `scatter` of 100,000 points is shown", "ms")
CLOUD_SIZE = Measure("cloud_size", "a `scatter` of 100,000 points, as it is saved", "kB")
LONG_LINE = Measure("long_line", "a `plot` of 100,000 points is shown", "ms")
LONG_LINE_SIZE = Measure("long_line_size", "a `plot` of 100,000 points, as it is saved", "kB")

# in the order of the table
MEASURES = [
    LAUNCH_TO_INFO,
    LAUNCH_TO_RESULT,
    CLIENT_TO_RESULT,
    CLIENT_TO_READY,
    RESTART,
    FIRST_COMPLETION,
    FIRST_INSPECTION,
    SHUTDOWN,
    INFO,
    SUM,
    BARE_SUM,
    BARE_SUM_IMPORTS,
    STATEMENTS,
    BARE_STATEMENTS,
    COMPLETION,
    LIBRARY_COMPLETION,
    INSPECTION,
    UNCROWDED_SUM,
    CROWDED_SUM,
    UNCROWDED_COMPLETION,
    CROWDED_COMPLETION,
    LINES,
    LINES_LOST,
    LINES_MESSAGES,
    MILLION,
    MILLION_LOST,
    MILLION_MESSAGES,
    CELL_50,
    CELL_1000,
    CELL_BARE_50,
    CELL_BARE_1000,
    CELL_MEMORY,
    MEMORY,
    MAVEN_COLD,
    MAVEN_WARM,
    MAVEN_MEMORY,
    MOVED,
    MOVED_PRINTED,
    LOOPS,
    LOOPS_PLAIN,
    TRAINING,
    TRAINING_SHOWN,
    TRAINING_PLAIN,
    DIGITS,
    DIGITS_KERAS,
    EMPTY_STEP,
    PROGRESS_STEP,
    CHART_STEP,
    EPOCH_BARE,
    EPOCH_SHOWN,
    BIG_TABLE,
    CLOUD,
    CLOUD_SIZE,
    LONG_LINE,
    LONG_LINE_SIZE,
]


@dataclass
class Ledger:
    """Values by measure and contender, in the order of the runs; and what else one has to know to read them."""

    values: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)

    def note(self, measure: Measure, contender: str, value: float) -> None:
        scale = 1000 if measure.unit == "ms" else 1
        self.values.setdefault(measure.key, {}).setdefault(contender, []).append(value * scale)

    def of(self, measure: Measure, contender: str) -> list[float]:
        return self.values.get(measure.key, {}).get(contender, [])


def in_turn(members: Sequence[T], round_: int) -> list[T]:
    """All of them, each round another first: what the machine does meanwhile hits all alike, and so does going first."""
    first = round_ % len(members)
    return [*members[first:], *members[:first]]
