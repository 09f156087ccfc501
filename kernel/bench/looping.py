"""Loops of plain Java in a cell, with the debug agent loaded, beside the same lines in a plain Java program without it."""

from __future__ import annotations

from pathlib import Path

from contenders import Contender
from ledger import LOOPS, LOOPS_PLAIN, Ledger
from plainly import LONGEST, cells, in_pairs, seconds
from talker import Talker

SOURCE = Path(__file__).with_name("Loops.java")


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    parts = cells(SOURCE)

    def in_cells(contender: Contender) -> None:
        with Talker(contender, environment) as talker:
            talker.ready()
            talker.run(parts["prepare"])
            talker.run(parts["warm"], seconds=LONGEST)
            ledger.note(LOOPS, contender.key, seconds("loops", talker.run(parts["loops"], seconds=LONGEST).text))
            talker.shut_down()

    in_pairs(contenders, environment, SOURCE, in_cells, lambda contender, said: ledger.note(LOOPS_PLAIN, contender.key, seconds("loops", said)))
