"""What it takes to show a large table and a chart of many points, and how large the chart is."""

from __future__ import annotations

from contextlib import ExitStack

from contenders import Contender
from ledger import BIG_TABLE, CLOUD, CLOUD_SIZE, LONG_LINE, LONG_LINE_SIZE, Ledger, in_turn
from talker import Talker

ROUNDS = 12
WARM_UP_ROUNDS = 2

PREPARE = """
import tech.tablesaw.columns.Column;
Random random = new Random(1);
Table big = Table.create("big");
for (int i = 0; i < 12; i++) big.addColumns(DoubleColumn.create("d" + i, random.doubles(1_000_000).toArray()));
for (int i = 0; i < 6; i++) big.addColumns(IntColumn.create("i" + i, random.ints(1_000_000, 0, 100).toArray()));
String[] words = new String[1_000_000];
for (int i = 0; i < words.length; i++) words[i] = "w" + i % 1_000;
big.addColumns(StringColumn.create("s", words), DateColumn.create("t", Collections.nCopies(1_000_000, java.time.LocalDate.EPOCH)));
double[] x = random.doubles(100_000).toArray(), y = random.doubles(100_000).toArray();
"""
SIZE = """
System.out.println(render({}).data().values().stream().mapToInt(each -> each instanceof String text ? text.length() : ((byte[]) each).length * 4 / 3).sum());
"""
SHOWN = {BIG_TABLE: "big", CLOUD: "scatter(x, y)", LONG_LINE: "plot(y)"}
SIZES = {CLOUD_SIZE: "scatter(x, y)", LONG_LINE_SIZE: "plot(y)"}


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    environment = {**environment, "JOTTER_JVM_OPTS": f"{environment.get('JOTTER_JVM_OPTS', '')} -Xmx2g".strip()}
    with ExitStack() as open_:
        talkers = []
        for contender in contenders:
            if contender.is_ours:
                talker = open_.enter_context(Talker(contender, environment))
                talker.ready()
                talker.run(PREPARE)
                talkers.append(talker)
        for talker in talkers:
            for measure_, code in SIZES.items():
                ledger.note(measure_, talker.contender.key, int(talker.run(SIZE.format(code)).text) / 1000)
        for round_ in range(WARM_UP_ROUNDS + ROUNDS):
            for talker in in_turn(talkers, round_):
                for measure_, code in SHOWN.items():
                    time = talker.run(code).result_time()
                    if round_ >= WARM_UP_ROUNDS:
                        ledger.note(measure_, talker.contender.key, time)
