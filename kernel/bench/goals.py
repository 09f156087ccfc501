"""What was promised, each as a figure of Jotter's, or its ratio to another of the same run, and the most that it may be."""

from __future__ import annotations

from dataclasses import dataclass

import figures
from ledger import (
    BARE_STATEMENTS,
    BARE_SUM_IMPORTS,
    BIG_TABLE,
    CELL_1000,
    CELL_50,
    CLIENT_TO_READY,
    CLIENT_TO_RESULT,
    CLOUD,
    CLOUD_SIZE,
    COMPLETION,
    CROWDED_COMPLETION,
    CROWDED_SUM,
    DIGITS,
    DIGITS_KERAS,
    EPOCH_BARE,
    EPOCH_SHOWN,
    FIRST_COMPLETION,
    FIRST_INSPECTION,
    INFO,
    INSPECTION,
    LAUNCH_TO_INFO,
    LAUNCH_TO_RESULT,
    LIBRARY_COMPLETION,
    LINES,
    LINES_LOST,
    LONG_LINE,
    LONG_LINE_SIZE,
    LOOPS,
    LOOPS_PLAIN,
    MAVEN_COLD,
    MAVEN_WARM,
    MEMORY,
    MILLION,
    MILLION_LOST,
    MILLION_MESSAGES,
    MOVED,
    PROGRESS_STEP,
    RESTART,
    SHUTDOWN,
    STATEMENTS,
    SUM,
    TRAINING,
    TRAINING_PLAIN,
    TRAINING_SHOWN,
    UNCROWDED_COMPLETION,
    UNCROWDED_SUM,
    Ledger,
    Measure,
)


@dataclass(frozen=True)
class Goal:
    """`beside` is a peer's key, or the measure of Jotter's own JDK that is divided by; None for a figure by itself. A goal for the
    tail compares the 95th percentile with the median."""

    measure: Measure
    at_most: float
    contenders: tuple[str, ...] = ("jotter", "jotter17")
    beside: str | Measure | None = None
    tail: bool = False

    def reached(self, ledger: Ledger, contender: str) -> figures.Estimate | None:
        """Where Jotter stands, or None where that was not measured in this run."""
        ours = ledger.of(self.measure, contender)
        if not ours:
            return None
        if self.measure in (LINES_LOST, MILLION_LOST):
            # once is too often: no median excuses it
            return figures.Estimate(max(ours), max(ours), max(ours))
        if self.tail:
            stretch = figures.percentile(ours, 95) / figures.median(ours).value
            return figures.Estimate(stretch, stretch, stretch)
        if self.beside is None:
            return figures.median(ours)
        if isinstance(self.beside, Measure):
            theirs = ledger.of(self.beside, contender)
            compare = figures.of_pairs if len(theirs) == len(ours) < 20 else figures.ratio
        else:
            theirs, compare = ledger.of(self.measure, self.beside), figures.ratio
        return compare(ours, theirs) if theirs else None


GOALS = [
    Goal(LAUNCH_TO_INFO, 0.5, beside="ipykernel"),
    Goal(CLIENT_TO_RESULT, 0.6, ("jotter",), "ipykernel"),
    Goal(CLIENT_TO_RESULT, 1.0, ("jotter17",), "ipykernel"),
    Goal(LAUNCH_TO_RESULT, 0.6, ("jotter",), "ipykernel"),
    Goal(LAUNCH_TO_RESULT, 1.0, ("jotter17",), "ipykernel"),
    Goal(RESTART, 1.0, beside=CLIENT_TO_READY),
    Goal(SHUTDOWN, 300),
    Goal(SUM, 1.3, beside=BARE_SUM_IMPORTS),
    Goal(SUM, 0.2, beside="jjava"),
    Goal(SUM, 3, tail=True),
    Goal(STATEMENTS, 1.3, beside=BARE_STATEMENTS),
    Goal(INFO, 1.5, beside="ipykernel"),
    Goal(COMPLETION, 25),
    Goal(LIBRARY_COMPLETION, 50),
    Goal(INSPECTION, 15),
    Goal(CROWDED_SUM, 1.5, beside=UNCROWDED_SUM),
    Goal(CROWDED_COMPLETION, 1.5, beside=UNCROWDED_COMPLETION),
    Goal(FIRST_COMPLETION, 300),
    Goal(FIRST_INSPECTION, 300),
    Goal(LINES, 1.0),
    Goal(LINES_LOST, 0),
    # fifty thousand lines a second, in messages that a page takes
    Goal(MILLION, 20),
    Goal(MILLION_LOST, 0),
    Goal(MILLION_MESSAGES, 100),
    Goal(CELL_1000, 1.5, beside=CELL_50),
    Goal(MOVED, 60),
    Goal(LOOPS, 1.03, beside=LOOPS_PLAIN),
    Goal(TRAINING, 1.05, beside=TRAINING_PLAIN),
    Goal(TRAINING_SHOWN, 1.05, beside=TRAINING_PLAIN),
    Goal(DIGITS, 0.7, ("jotter",), DIGITS_KERAS),
    Goal(PROGRESS_STEP, 1000),
    Goal(EPOCH_SHOWN, 1.02, beside=EPOCH_BARE),
    Goal(MEMORY, 240),
    Goal(MAVEN_COLD, 1000),
    Goal(MAVEN_WARM, 300),
    Goal(BIG_TABLE, 150),
    Goal(CLOUD, 500),
    Goal(CLOUD_SIZE, 500),
    Goal(LONG_LINE, 500),
    Goal(LONG_LINE_SIZE, 500),
]
