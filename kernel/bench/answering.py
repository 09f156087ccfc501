"""Round trips of warm kernels: a cell, kernel_info, completion, inspection; and beside them JShell alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from bare import BareJShell
from contenders import Contender
from ledger import BARE_STATEMENTS, BARE_SUM, BARE_SUM_IMPORTS, COMPLETION, INFO, INSPECTION, LIBRARY_COMPLETION, STATEMENTS, SUM, Ledger, Measure, in_turn
from talker import Talker

# short turns: the kernels alternate, yet each is as warm as one that is being used
BLOCKS = 10
# a JVM compiles what it has done a few hundred times; a cell does all of it at once, a kernel_info hardly any
WARM_UP_BLOCKS = {INFO: 20}
PER_BLOCK = {SUM: 20, BARE_SUM: 20, BARE_SUM_IMPORTS: 20, STATEMENTS: 2, BARE_STATEMENTS: 2, INFO: 20, COMPLETION: 5, LIBRARY_COMPLETION: 5, INSPECTION: 5}

# a cell as people write them: declared, changed, asked
THIRTY = [line for i in range(10) for line in (f"int n{i} = {i};", f"n{i} = n{i} * 2 + 1;", f"if (n{i} > 3) n{i}--;")]

# declared in the same cell, as it is while one writes
ARRAY = "var manager = NDManager.newBaseManager();\nvar array = manager.ones(new Shape(2));\narray."
MEMBERS = {"code": ARRAY, "cursor_pos": len(ARRAY)}

Series = tuple[Measure, str, Callable[[], float]]


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    with ExitStack() as open_:
        series: list[Series] = []
        for contender in contenders:
            talker = open_.enter_context(Talker(contender, environment))
            talker.ready()
            talker.run(contender.tongue.variable)
            series += _over_the_wire(contender, talker)
            if contender.is_ours:
                series.append((LIBRARY_COMPLETION, contender.key, partial(talker.reply_time, "complete_request", MEMBERS)))
                alone = open_.enter_context(BareJShell(contender, with_imports=False))
                series.append((BARE_SUM, contender.key, partial(alone.run, "1+1")))
                preloaded = open_.enter_context(BareJShell(contender, with_imports=True))
                series.append((BARE_SUM_IMPORTS, contender.key, partial(preloaded.run, "1+1")))
                series.append((BARE_STATEMENTS, contender.key, lambda shell=preloaded: sum(map(shell.run, THIRTY))))
                series.append((STATEMENTS, contender.key, lambda kernel=talker: kernel.run("\n".join(THIRTY)).round_trip()))
        for kind in PER_BLOCK:
            rivals = [each for each in series if each[0] == kind]
            warm_up = WARM_UP_BLOCKS.get(kind, 3)
            for block in range(warm_up + BLOCKS):
                for measure_, key, once in in_turn(rivals, block):
                    times = [once() for _ in range(PER_BLOCK[kind])]
                    if block >= warm_up:
                        for time in times:
                            ledger.note(measure_, key, time)


def _over_the_wire(contender: Contender, talker: Talker) -> list[Series]:
    tongue = contender.tongue
    return [
        (SUM, contender.key, lambda: talker.run("1+1").round_trip()),
        (INFO, contender.key, lambda: talker.reply_time("kernel_info_request", {})),
        (COMPLETION, contender.key, lambda: talker.reply_time("complete_request", tongue.completion())),
        (INSPECTION, contender.key, lambda: talker.reply_time("inspect_request", tongue.inspection())),
    ]
