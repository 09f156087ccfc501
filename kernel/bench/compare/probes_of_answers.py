"""What a kernel answers to what a person or a page asks of it."""

from __future__ import annotations

import time

import phrases
from dialogue import Dialogue, NoAnswerError
from verdict import Verdict, judged, no, partly, yes


def said(dialogue: Dialogue) -> dict:
    return phrases.ALL[dialogue.rival.language]


def adds(dialogue: Dialogue) -> Verdict:
    result = dialogue.run("1 + 1")
    if result.result.strip() != "2":
        return no(f"it says {result.result!r}")
    return yes() if all("text/plain" in data for data in result.bundles) else partly("without plain text")


def tells_stderr_apart(dialogue: Dialogue) -> Verdict:
    result = dialogue.run(said(dialogue)["stderr"])
    return judged("careful" in result.printed("stderr"), otherwise="it comes as ordinary output" if "careful" in result.anything else "it does not come")


def names_the_line(dialogue: Dialogue) -> Verdict:
    error = dialogue.run(said(dialogue)["throw"]).error
    third = said(dialogue)["throw"].splitlines()[2]
    if third in error:
        return yes("with the code")
    return judged(any(mark in error for mark in ("line 3", ":3)", ":3\n", "]:3")), "the number alone", "no line")


def shows_the_place(dialogue: Dialogue) -> Verdict:
    error = dialogue.run(said(dialogue)["wrong"]).error
    second = said(dialogue)["wrong"].splitlines()[1]
    if second in error:
        return yes()
    return partly("the line's number alone") if "2:" in error or "line 2" in error.lower() else no("the message alone")


def evaluates_expressions(dialogue: Dialogue) -> Verdict:
    result = dialogue.run("1 + 1", user_expressions={"sum": "20 + 3"})
    data = result.reply["content"].get("user_expressions", {}).get("sum", {}).get("data", {})
    return judged(data.get("text/plain") == "23")


def asks(dialogue: Dialogue) -> Verdict:
    request = dialogue.send(said(dialogue)["input"], allow_stdin=True)
    try:
        dialogue.next(dialogue.client.get_stdin_msg, _soon())
    except NoAnswerError:
        dialogue.manager.interrupt_kernel()
        return no("no input_request came")
    dialogue.client.input("Mia")
    return judged("Mia" in dialogue.said(request).result)


def _soon() -> float:
    return time.monotonic() + 10


def knows_incomplete(dialogue: Dialogue) -> Verdict:
    content = dialogue.reply(dialogue.client.is_complete(said(dialogue)["incomplete"]))["content"]
    return judged(content["status"] == "incomplete", otherwise=f"it says {content['status']}")


def _matches(dialogue: Dialogue, code: str) -> dict:
    return dialogue.reply(dialogue.client.complete(code, len(code)))["content"]


def completes(dialogue: Dialogue) -> Verdict:
    dialogue.run(said(dialogue)["text"])
    code, wanted = said(dialogue)["complete"]
    matches = _matches(dialogue, code).get("matches", [])
    return judged(any(wanted in match for match in matches), otherwise=f"{len(matches)} others")


def completes_after_an_emoji(dialogue: Dialogue) -> Verdict:
    dialogue.run(said(dialogue)["text"])
    code, wanted = said(dialogue)["emoji"]
    content = _matches(dialogue, code)
    match = next((match for match in content.get("matches", []) if wanted in match), None)
    if match is None:
        return no("nothing is found")
    # what stands in the cell when the match is taken, positions counted in code points
    taken = code[: content["cursor_start"]] + match + code[content["cursor_end"] :]
    return judged(taken.rstrip("()").endswith(f"text.{wanted}"), otherwise=f"the cell then says {taken}")


def documents(dialogue: Dialogue) -> Verdict:
    dialogue.run(said(dialogue)["text"])
    code, name, words = said(dialogue)["document"]
    content = dialogue.reply(dialogue.client.inspect(code, code.index(name) + 2, 1))["content"]
    text = " ".join(str(value) for value in content.get("data", {}).values())
    if not content.get("found"):
        return no()
    return yes() if any(word in text for word in words) else partly("the signature alone")


def debugs(dialogue: Dialogue) -> Verdict:
    info = dialogue.reply(dialogue.client.kernel_info())["content"]
    declared = bool(info.get("debugger")) or "debugger" in info.get("supported_features", [])
    answer = _debug(dialogue, "initialize", clientID="probe", adapterID="", linesStartAt1=True, columnsStartAt1=True, pathFormat="path")
    if declared and not _has_breakpoints(dialogue):
        return partly("variables, no breakpoints")
    return judged(declared and bool(answer and answer.get("success")), otherwise="not declared" if not declared else "declared, and no answer")


def _has_breakpoints(dialogue: Dialogue) -> bool:
    """Whether one is not refused outright; a kernel that says nothing before it is attached is believed."""
    cell = _debug(dialogue, "dumpCell", code=said(dialogue)["set"])
    path = ((cell or {}).get("body") or {}).get("sourcePath", "")
    answer = _debug(dialogue, "setBreakpoints", source={"path": path}, breakpoints=[{"line": 1}])
    marks = ((answer or {}).get("body") or {}).get("breakpoints", [])
    return not marks or any(mark.get("verified") or "no breakpoints" not in mark.get("message", "") for mark in marks)


def inspects_variables(dialogue: Dialogue) -> Verdict:
    dialogue.run(said(dialogue)["set"])
    answer = _debug(dialogue, "inspectVariables")
    names = [variable.get("name") for variable in ((answer or {}).get("body") or {}).get("variables", [])]
    return judged("kept" in names)


def _debug(dialogue: Dialogue, command: str, **arguments) -> dict | None:
    try:
        return dialogue.control("debug_request", 8, type="request", seq=1, command=command, arguments=arguments)
    except NoAnswerError:
        return None


def tells_usage(dialogue: Dialogue) -> Verdict:
    try:
        content = dialogue.control("usage_request", 8)
    except NoAnswerError:
        return no()
    return judged("kernel_memory" in content and "kernel_cpu" in content)


def tells_when_it_began(dialogue: Dialogue) -> Verdict:
    started = dialogue.run("1 + 1").reply["metadata"].get("started")
    return judged(bool(started), otherwise="Jupyter's own times alone")


def remembers(dialogue: Dialogue) -> Verdict:
    dialogue.run("40 + 2")
    try:
        here = _found(dialogue)
    except NoAnswerError:
        return no("no history at all")
    dialogue.restart()
    try:
        return yes() if _found(dialogue) else partly("until it ends") if here else no()
    except NoAnswerError:
        return no("no answer after a restart")


def _found(dialogue: Dialogue) -> bool:
    content = dialogue.reply(dialogue.client.history(hist_access_type="search", pattern="40*", n=10, unique=True), 8)["content"]
    return any("40 + 2" in str(entry[2]) for entry in content.get("history", []))
