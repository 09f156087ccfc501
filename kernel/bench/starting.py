"""From the launch to the first answer and the first result, and how long the end takes."""

from __future__ import annotations

import subprocess
from time import perf_counter

from contenders import Contender
from jupyter_client import KernelManager
from ledger import (
    CLIENT_TO_READY,
    CLIENT_TO_RESULT,
    FIRST_COMPLETION,
    FIRST_INSPECTION,
    LAUNCH_TO_INFO,
    LAUNCH_TO_RESULT,
    RESTART,
    SHUTDOWN,
    Ledger,
    Measure,
    in_turn,
)
from talker import ANSWER_SECONDS, Talker

ROUNDS = 9
FIRST_CELL = "1+1"
QUIET_SECONDS = 1.0


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    # the first round brings the files into the machine's memory and does not count
    for round_ in range(ROUNDS + 1):
        for contender in in_turn(contenders, round_):
            with Talker(contender, environment) as talker:
                to_info = talker.ready()
                answer = talker.run(FIRST_CELL)
                to_result = answer.sent - talker.launched + answer.result_time()
                talker.quiet(QUIET_SECONDS)
                tongue = contender.tongue
                talker.run(tongue.variable)
                completion = talker.reply_time("complete_request", tongue.completion())
                inspection = talker.reply_time("inspect_request", tongue.inspection())
                end = talker.shut_down()
            by_client = _by_jupyters_client(contender, environment)
            if round_ > 0:
                for measure_, seconds in by_client.items():
                    ledger.note(measure_, contender.key, seconds)
                ledger.note(FIRST_COMPLETION, contender.key, completion)
                ledger.note(FIRST_INSPECTION, contender.key, inspection)
                ledger.note(LAUNCH_TO_INFO, contender.key, to_info)
                ledger.note(LAUNCH_TO_RESULT, contender.key, to_result)
                ledger.note(SHUTDOWN, contender.key, end)


def _by_jupyters_client(contender: Contender, environment: dict[str, str]) -> dict[Measure, float]:
    """Seconds as nbclient and its kin have them: start, wait until ready, execute; restart, wait until ready."""
    manager = KernelManager()
    manager.kernel_spec.argv = list(contender.argv)
    manager.shutdown_wait_time = ANSWER_SECONDS
    started = perf_counter()
    manager.start_kernel(env={**environment, **contender.environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=ANSWER_SECONDS)
        ready = perf_counter() - started
        client.execute_interactive(FIRST_CELL, allow_stdin=False, timeout=ANSWER_SECONDS, output_hook=lambda message: None)
        result = perf_counter() - started
        asked = perf_counter()
        manager.restart_kernel()
        client.wait_for_ready(timeout=ANSWER_SECONDS)
        return {CLIENT_TO_READY: ready, CLIENT_TO_RESULT: result, RESTART: perf_counter() - asked}
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
