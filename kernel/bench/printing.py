"""Many lines at once: whether they all come, in their order, and how soon."""

from __future__ import annotations

from contextlib import ExitStack

from contenders import Contender
from ledger import LINES, LINES_LOST, LINES_MESSAGES, MILLION, MILLION_LOST, MILLION_MESSAGES, Ledger, in_turn
from talker import Talker

COUNT = 20_000
WARM_UP_COUNT = 2_000
ROUNDS = 5
MANY = 1_000_000
# a kernel that loses its idle is waited for no longer
LONGEST = 20.0


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    expected = [f"line {number}" for number in range(COUNT)]
    with ExitStack() as open_:
        talkers = [open_.enter_context(Talker(contender, environment)) for contender in contenders]
        for talker in talkers:
            talker.ready()
            talker.run(talker.contender.tongue.lines.format(count=WARM_UP_COUNT), seconds=LONGEST)
            talker.quiet(1)
        for round_ in range(ROUNDS):
            for talker in in_turn(talkers, round_):
                key = talker.contender.key
                answer = talker.run(talker.contender.tongue.lines.format(count=COUNT), seconds=LONGEST)
                talker.quiet(1)
                ledger.note(LINES, key, LONGEST if answer.ended is None else answer.ended)
                ledger.note(LINES_LOST, key, COUNT - in_place(expected, answer.text.splitlines()))
                ledger.note(LINES_MESSAGES, key, answer.messages)
        # Jotter alone: the others would lose most of them, and then be waited for
        _million([talker for talker in talkers if talker.contender.is_ours], ledger)


def _million(talkers: list[Talker], ledger: Ledger) -> None:
    expected = [f"line {number}" for number in range(MANY)]
    for talker in talkers:
        key = talker.contender.key
        answer = talker.run(talker.contender.tongue.lines.format(count=MANY))
        took = answer.round_trip()
        ledger.note(MILLION, key, took)
        ledger.note(MILLION_LOST, key, MANY - in_place(expected, answer.text.splitlines()))
        ledger.note(MILLION_MESSAGES, key, answer.messages / took)


def in_place(expected: list[str], came: list[str]) -> int:
    """How many of the lines came, each after those before it."""
    found = 0
    rest = iter(came)
    waiting = next(rest, None)
    for line in expected:
        if line == waiting:
            found += 1
            waiting = next(rest, None)
    return found
