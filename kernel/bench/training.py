"""An epoch of notebook 08 in a cell, beside the same loop in a plain Java program with the worker's own options."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from contenders import Contender
from jotter_kernel import distribution
from jotter_kernel.errors import Problem
from ledger import TRAINING, TRAINING_PLAIN, TRAINING_SHOWN, Ledger
from talker import Talker

SOURCE = Path(__file__).with_name("Training.java")
PAIRS = 7
LONGEST = 300.0
# the debug agent is what the program is plain without; the others name files of one worker's
NOT_PLAIN = ("-agentlib:", "-XX:ErrorFile=", "-XX:SharedArchiveFile=", "-XX:+AutoCreateSharedArchive")
ASK_OPTIONS = 'String.join("\\n", java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments())'


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    if "JOTTER_DATA" not in environment:
        # a bench downloads nothing
        environment = {**environment, "JOTTER_MNIST": "generator"}
    parts = cells(SOURCE.read_text("utf-8"))
    for contender in contenders:
        if not contender.is_ours:
            continue
        options = _worker_options(contender, environment)
        for pair in range(PAIRS):
            runs = [lambda c=contender: _in_cells(c, environment, parts, ledger), lambda c=contender: _plain(c, environment, options, ledger)]
            # a pair's two runs lie side by side, each as often first as the other
            for run in runs if pair % 2 == 0 else reversed(runs):
                run()


def cells(source: str) -> dict[str, str]:
    """The parts of the program that are cells of the notebook."""
    return dict(re.findall(r"// cell (\w+)\n(.*?)// end\n", source, re.DOTALL))


def _worker_options(contender: Contender, environment: dict[str, str]) -> list[str]:
    """The options of the JVM that runs cells, as that JVM itself names them."""
    with Talker(contender, environment) as talker:
        talker.ready()
        named = talker.run(ASK_OPTIONS).text.strip().splitlines()
        talker.shut_down()
    return [option for option in named if option.startswith("-") and not option.startswith(NOT_PLAIN)]


def _in_cells(contender: Contender, environment: dict[str, str], parts: dict[str, str], ledger: Ledger) -> None:
    with Talker(contender, environment) as talker:
        talker.ready()
        prepared = talker.run(parts["prepare"], seconds=LONGEST).text
        ledger.facts["digits"] = prepared.strip().splitlines()[-1]
        talker.run(parts["warm"], seconds=LONGEST)
        ledger.note(TRAINING, contender.key, _seconds("epoch", talker.run(parts["epoch"], seconds=LONGEST).text))
        ledger.note(TRAINING_SHOWN, contender.key, _seconds("shown", talker.run(parts["shown"], seconds=LONGEST).text))
        talker.shut_down()


def _plain(contender: Contender, environment: dict[str, str], options: list[str], ledger: Ledger) -> None:
    assert contender.jdk is not None
    jars = distribution.find()
    class_path = os.pathsep.join(map(str, [jars.api, *jars.environment_jars()]))
    command = [str(contender.jdk.java), *options, "-cp", class_path, str(SOURCE)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=LONGEST)
    if ran.returncode:
        raise Problem(f"The plain program ended with code {ran.returncode}. It said: {ran.stderr[-2000:]}")
    ledger.note(TRAINING_PLAIN, contender.key, _seconds("epoch", ran.stdout))


def _seconds(what: str, said: str) -> float:
    found = re.search(rf"^{what} (\d+)", said, re.MULTILINE)
    if not found:
        raise Problem(f"{SOURCE.name} names no time for `{what}`; it said: {said[-500:]}")
    return int(found.group(1)) / 1e9
