"""From the launch to the first answer and the first result, and how long the end takes."""

from __future__ import annotations

import subprocess
from time import perf_counter

from contenders import Contender
from jupyter_client import KernelManager
from ledger import CLIENT_TO_RESULT, LAUNCH_TO_INFO, LAUNCH_TO_RESULT, SHUTDOWN, Ledger, in_turn
from talker import ANSWER_SECONDS, Talker

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
            by_client = _by_jupyters_client(contender, environment)
            if round_ > 0:
                ledger.note(CLIENT_TO_RESULT, contender.key, by_client)
                ledger.note(LAUNCH_TO_INFO, contender.key, to_info)
                ledger.note(LAUNCH_TO_RESULT, contender.key, to_result)
                ledger.note(SHUTDOWN, contender.key, end)


def _by_jupyters_client(contender: Contender, environment: dict[str, str]) -> float:
    """Seconds to the first result as nbclient and its kin have it: start, wait until ready, execute."""
    manager = KernelManager()
    manager.kernel_spec.argv = list(contender.argv)
    started = perf_counter()
    manager.start_kernel(env={**environment, **contender.environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=ANSWER_SECONDS)
        client.execute_interactive(FIRST_CELL, allow_stdin=False, timeout=ANSWER_SECONDS, output_hook=lambda message: None)
        return perf_counter() - started
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
