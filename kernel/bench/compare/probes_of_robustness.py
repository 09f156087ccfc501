"""What a kernel bears: floods, loops without end, exits, messages that are none."""

from __future__ import annotations

import re
import time

import phrases
import psutil
from dialogue import Dialogue, NoAnswerError
from verdict import NOT_ASKED, Verdict, judged, no, partly, yes

LINES = 20_000
INTERRUPT_SECONDS = 8.0
BURNING_SECONDS = 2.0


def said(dialogue: Dialogue) -> dict:
    return phrases.ALL[dialogue.rival.language]


def prints_all(dialogue: Dialogue) -> Verdict:
    result = dialogue.run(said(dialogue)["print"].replace("{count}", str(LINES)), 60)
    numbers = [int(number) for number in re.findall(r"line (\d+)", result.printed())]
    messages = len(result.of("stream"))
    if numbers == list(range(LINES)):
        return yes(f"in {messages:,} messages")
    return no(f"{LINES - len(set(numbers)):,} are lost" if len(set(numbers)) < LINES else "out of order")


def completes_while_busy(dialogue: Dialogue) -> Verdict:
    dialogue.run(said(dialogue)["text"])
    running = dialogue.send(said(dialogue)["sleep"])
    dialogue.said(running, until=lambda message: message["msg_type"] == "execute_input")
    code, wanted = said(dialogue)["complete"]
    began = time.monotonic()
    try:
        content = dialogue.reply(dialogue.client.complete(code, len(code)), 3)["content"]
    except NoAnswerError:
        return no("it waits for the cell")
    found = any(wanted in match for match in content.get("matches", []))
    return judged(found, f"{1000 * (time.monotonic() - began):.0f} ms", "it finds nothing")


def interrupts_a_loop(dialogue: Dialogue) -> Verdict:
    return _interrupts(dialogue, "loop")


def interrupts_a_library(dialogue: Dialogue) -> Verdict:
    return _interrupts(dialogue, "library_loop")


def _interrupts(dialogue: Dialogue, loop: str) -> Verdict:
    dialogue.run(said(dialogue)["set"])
    running = dialogue.send(said(dialogue)[loop])
    dialogue.said(running, until=lambda message: message["msg_type"] == "execute_input")
    # the loop itself has begun when completion, where it answers at all, has been answered, or a second has passed
    try:
        dialogue.reply(dialogue.client.kernel_info(), 1)
    except NoAnswerError:
        pass
    began = time.monotonic()
    dialogue.manager.interrupt_kernel()
    try:
        dialogue.said(running, INTERRUPT_SECONDS)
    except NoAnswerError:
        return no("it goes on")
    seconds = time.monotonic() - began
    try:
        kept = dialogue.run(said(dialogue)["get"]).result.strip() == "42"
    except NoAnswerError:
        return no("the kernel does not answer any more")
    if not kept:
        return partly("the variables are lost")
    return partly("it answers, and the loop burns on") if _burns(dialogue) else yes(f"{seconds:.1f} s")


def _burns(dialogue: Dialogue) -> bool:
    """Whether its processes still use half a core, on a machine that others use too."""
    own = psutil.Process(dialogue.manager.provisioner.pid)
    family = [own, *own.children(recursive=True)]
    before = sum(_cpu(process) for process in family)
    psutil.cpu_percent(interval=BURNING_SECONDS)
    return sum(_cpu(process) for process in family) - before > 0.5 * BURNING_SECONDS


def _cpu(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return times.user + times.system


def survives_exit(dialogue: Dialogue) -> Verdict:
    return _goes_on(dialogue, said(dialogue)["exit"], 20)


def survives_full_memory(dialogue: Dialogue) -> Verdict:
    # Python takes the machine's memory, not a heap's: that is not tried on the machine of whoever runs this
    return _goes_on(dialogue, said(dialogue)["full"], 90) if said(dialogue)["full"] else NOT_ASKED


def _goes_on(dialogue: Dialogue, code: str, seconds: float) -> Verdict:
    try:
        dialogue.run(code, seconds)
        return judged(dialogue.run("1 + 1").result.strip() == "2")
    except NoAnswerError:
        return no("the kernel has ended" if not dialogue.manager.is_alive() else "it does not answer any more")


def survives_bad_messages(dialogue: Dialogue) -> Verdict:
    channel = dialogue.client.shell_channel.socket
    torn = [b"<IDS|MSG>", b"00", b"{"]
    unsigned = [b"<IDS|MSG>", b"0" * 64, b'{"msg_type":"execute_request","msg_id":"1","session":"s"}', b"{}", b"{}", b'{"code":"1"}']
    for frames in ([b""], [b"nonsense"], torn, unsigned, [b"<IDS|MSG>", b"", b"not json", b"{}", b"{}", b"{}"], [b"x" * 100_000]):
        channel.send_multipart(frames)
    try:
        return judged(dialogue.run("1 + 1").result.strip() == "2")
    except NoAnswerError:
        return no("the kernel has ended" if not dialogue.manager.is_alive() else "it does not answer any more")
