"""What `%maven` takes for some thirty libraries that the local repository has: Jotter alone, for the others have no local repository."""

from __future__ import annotations

import re

from contenders import Contender
from jotter_kernel import distribution
from jotter_kernel.errors import Problem
from ledger import MAVEN_COLD, MAVEN_MEMORY, MAVEN_WARM, Ledger, in_turn
from processes import Tree
from talker import Talker

ROUNDS = 5
QUIET_SECONDS = 5.0


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    cell = f"%maven {_resolver()}"
    ours = [contender for contender in contenders if contender.is_ours]
    # one that only brings the files into memory, and into the local repository what the build did not need
    for contender in ours:
        _cold(contender, environment, cell)
    for round_ in range(ROUNDS):
        for contender in in_turn(ours, round_):
            ledger.note(MAVEN_COLD, contender.key, _cold(contender, environment, cell))
            with Talker(contender, environment) as talker:
                _settled(talker)
                talker.run(f"%maven {_annotations()}")
                talker.quiet(1)
                took, jars = _run(talker, cell)
                ledger.note(MAVEN_WARM, contender.key, took)
                ledger.facts["libraries that %maven adds"] = jars
                if Tree.can_be_read():
                    talker.quiet(QUIET_SECONDS)
                    ledger.note(MAVEN_MEMORY, contender.key, Tree(talker.process.pid).megabytes())
                talker.shut_down()


def _cold(contender: Contender, environment: dict[str, str], cell: str) -> float:
    """The first of a kernel, which brings Maven's classes."""
    with Talker(contender, environment) as talker:
        _settled(talker)
        took, _ = _run(talker, cell)
        talker.shut_down()
    return took


def _settled(talker: Talker) -> None:
    talker.ready()
    talker.run(talker.contender.tongue.variable)
    talker.quiet(2)


def _run(talker: Talker, cell: str) -> tuple[float, str]:
    answer = talker.run(cell)
    added = re.search(r": (\d+) jars", answer.text)
    if added is None:
        raise Problem(f"`{cell}` added nothing. What came was: {answer.text!r}")
    return answer.round_trip(), added.group(1)


def _resolver() -> str:
    """Maven's own library, which the build has put into the local repository, and needs some thirty others."""
    return f"eu.maveniverse.maven.mima.runtime:standalone-static:{_version('standalone-static')}"


def _annotations() -> str:
    return f"com.google.errorprone:error_prone_annotations:{_version('error_prone_annotations')}"


def _version(artifact: str) -> str:
    (jar,) = [jar for jar in distribution.find().libraries() if re.fullmatch(rf"{artifact}-\d.*", jar.stem)]
    return jar.stem.removeprefix(f"{artifact}-")
