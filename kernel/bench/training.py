"""An epoch of notebook 08 in a cell, beside the same loop in a plain Java program."""

from __future__ import annotations

from pathlib import Path

from contenders import Contender
from ledger import TRAINING, TRAINING_PLAIN, TRAINING_SHOWN, Ledger
from plainly import LONGEST, cells, in_pairs, seconds
from talker import Talker

SOURCE = Path(__file__).with_name("Training.java")


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    if "JOTTER_DATA" not in environment:
        # a bench downloads nothing
        environment = {**environment, "JOTTER_MNIST": "generator"}
    parts = cells(SOURCE)

    def in_cells(contender: Contender) -> None:
        with Talker(contender, environment) as talker:
            talker.ready()
            prepared = talker.run(parts["prepare"], seconds=LONGEST).text
            ledger.facts["digits"] = prepared.strip().splitlines()[-1]
            talker.run(parts["warm"], seconds=LONGEST)
            ledger.note(TRAINING, contender.key, seconds("epoch", talker.run(parts["epoch"], seconds=LONGEST).text))
            ledger.note(TRAINING_SHOWN, contender.key, seconds("shown", talker.run(parts["shown"], seconds=LONGEST).text))
            talker.shut_down()

    in_pairs(contenders, environment, SOURCE, in_cells, lambda contender, said: ledger.note(TRAINING_PLAIN, contender.key, seconds("epoch", said)))
