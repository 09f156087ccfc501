"""What a kernel that waits for its user holds in memory, with all its processes."""

from __future__ import annotations

from contenders import Contender
from ledger import MEMORY, Ledger, in_turn
from processes import Tree
from talker import Talker

ROUNDS = 3
QUIET_SECONDS = 5.0


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    if not Tree.can_be_read():
        ledger.facts["memory"] = "not measured: only Linux tells the proportional set size"
        return
    for round_ in range(ROUNDS):
        # one at a time: two of a kind would share pages and look smaller than each is
        for contender in in_turn(contenders, round_):
            with Talker(contender, environment) as talker:
                talker.ready()
                tongue = contender.tongue
                for cell in (tongue.variable, "1+1", tongue.lines.format(count=10)):
                    talker.run(cell)
                talker.reply_time("complete_request", {"code": tongue.completed, "cursor_pos": len(tongue.completed)})
                talker.quiet(QUIET_SECONDS)
                tree = Tree(talker.process.pid)
                ledger.note(MEMORY, contender.key, tree.megabytes())
                ledger.facts[f"processes of {contender.title}"] = str(len(tree.members))
                talker.shut_down()
