"""From the launch to the first answer and the first result, and how long the end takes."""

from __future__ import annotations

from contenders import Contender
from ledger import LAUNCH_TO_INFO, LAUNCH_TO_RESULT, SHUTDOWN, Ledger, in_turn
from talker import Talker

ROUNDS = 9
FIRST_CELL = "1+1"


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    # the first round brings the files into the machine's memory and does not count
    for round_ in range(ROUNDS + 1):
        for contender in in_turn(contenders, round_):
            with Talker(contender, environment) as talker:
                to_info = talker.ready()
                answer = talker.run(FIRST_CELL)
                to_result = answer.sent - talker.launched + answer.result_time()
                end = talker.shut_down()
            if round_ > 0:
                ledger.note(LAUNCH_TO_INFO, contender.key, to_info)
                ledger.note(LAUNCH_TO_RESULT, contender.key, to_result)
                ledger.note(SHUTDOWN, contender.key, end)
