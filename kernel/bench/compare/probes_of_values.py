"""What a kernel shows of values, and what it brings for them."""

from __future__ import annotations

import phrases
from dialogue import Dialogue, NoAnswerError, Said
from verdict import NOT_ASKED, Verdict, judged, no, partly, yes


def _shown(dialogue: Dialogue, name: str) -> Verdict:
    code = phrases.ALL[dialogue.rival.language][name]
    if not code:
        return NOT_ASKED
    bundles = dialogue.run(code).bundles
    if any("text/html" in data for data in bundles):
        return yes() if all("text/plain" in data for data in bundles) else partly("without plain text")
    return no("plain text") if bundles else no("nothing is shown")


def lists(dialogue: Dialogue) -> Verdict:
    return _shown(dialogue, "list")


def records(dialogue: Dialogue) -> Verdict:
    return _shown(dialogue, "record")


def images(dialogue: Dialogue) -> Verdict:
    code = phrases.ALL[dialogue.rival.language]["image"]
    if not code:
        return NOT_ASKED
    bundles = dialogue.run(code).bundles
    # as such, or within HTML
    return judged(any(mime.startswith("image/") or "<img" in str(content) for data in bundles for mime, content in data.items()), otherwise="plain text")


def _first(dialogue: Dialogue, ways: dict[str, list[str]], holds) -> Verdict:
    for code in ways.get(dialogue.rival.key, []):
        result = dialogue.run(code, 60)
        if holds(result):
            return yes()
    return no()


def replaces(dialogue: Dialogue) -> Verdict:
    return _first(dialogue, phrases.UPDATE, lambda result: bool(result.of("update_display_data")))


def shows_progress(dialogue: Dialogue) -> Verdict:
    return _first(dialogue, phrases.PROGRESS, lambda result: any("progressbar" in str(data) for data in result.bundles))


def opens_a_slider(dialogue: Dialogue) -> Verdict:
    def opened(result: Said) -> bool:
        targets = [content.get("target_name") for content in result.of("comm_open")]
        return "jupyter.widget" in targets and any("application/vnd.jupyter.widget-view+json" in data for data in result.bundles)

    return _first(dialogue, phrases.SLIDER, opened)


def loads_a_library(dialogue: Dialogue) -> Verdict:
    code, wanted = phrases.USE_OF_LIBRARY[dialogue.rival.language]
    for line in phrases.LIBRARY.get(dialogue.rival.key, []):
        try:
            asked = dialogue.run(line, 120)
        except NoAnswerError:
            return no("no answer within two minutes")
        if dialogue.run(code, 60).result.strip() == wanted:
            return yes(f"`{line.splitlines()[0].split()[0].split('(')[0]}`")
        if asked.status != "ok":
            return no(asked.error.strip().splitlines()[-1][:80] if asked.error.strip() else "an error")
    return no()
