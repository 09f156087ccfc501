"""What it costs to look on: a progress bar and a live chart beside an empty loop, and a shown training beside one that is not."""

from __future__ import annotations

from pathlib import Path

from contenders import Contender
from ledger import CHART_STEP, EMPTY_STEP, EPOCH_BARE, EPOCH_SHOWN, PROGRESS_STEP, Ledger, Measure
from plainly import LONGEST, PAIRS, cells, seconds
from talker import Talker

LOOPS = Path(__file__).with_name("Progress.java")
TRAINING = Path(__file__).with_name("Training.java")


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    if "JOTTER_DATA" not in environment:
        # a bench downloads nothing
        environment = {**environment, "JOTTER_MNIST": "generator"}
    for contender in contenders:
        if contender.is_ours:
            # a billion times the nanoseconds of a step are printed: so a time in seconds is one in nanoseconds
            _in_turn(contender, environment, ledger, cells(LOOPS), {"empty": EMPTY_STEP, "bar": PROGRESS_STEP, "chart": CHART_STEP})
            _in_turn(contender, environment, ledger, cells(TRAINING), {"bare": EPOCH_BARE, "shown": EPOCH_SHOWN})


def _in_turn(contender: Contender, environment: dict[str, str], ledger: Ledger, parts: dict[str, str], measures: dict[str, Measure]) -> None:
    """The same cells over and over in one kernel, each as often first; a round before the first warms them up."""
    with Talker(contender, environment) as talker:
        talker.ready()
        talker.run(parts["prepare"], seconds=LONGEST)
        for name in measures:
            talker.run(parts[name], seconds=LONGEST)
        for round_ in range(PAIRS):
            order = list(measures.items())
            for name, what in order if round_ % 2 == 0 else reversed(order):
                ledger.note(what, contender.key, seconds(name, talker.run(parts[name], seconds=LONGEST).text))
        talker.shut_down()
