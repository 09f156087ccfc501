"""docs/comparison.md: the table between its two markers, each cell as the probe has found it."""

from __future__ import annotations

import json
from pathlib import Path

from jotter_kernel.errors import Problem
from probes import PROBES
from rivals import Rival
from verdict import Verdict

BEGIN, END = "<!-- begin: written by `./jotter compare --write` -->", "<!-- end: written by `./jotter compare --write` -->"


def markdown(rivals: list[Rival], found: dict[str, dict[str, Verdict]], facts: dict[str, str]) -> str:
    present = [rival for rival in rivals if not rival.absent]
    rows = [["", *[rival.title for rival in present]]]
    for probe in PROBES:
        rows.append([probe.title, *[_cell(found.get(rival.key, {}).get(probe.key)) for rival in present]])
    lines = [f"- {name}: {fact}" for name, fact in facts.items()]
    lines += [f"- {rival.title} could not be run: {rival.absent}" for rival in rivals if rival.absent]
    return "\n".join(lines) + "\n\n" + _table(rows) + "\n"


def _cell(verdict: Verdict | None) -> str:
    if verdict is None:
        return "not run"
    text = f"{verdict.word}: {verdict.note}" if verdict.note else verdict.word
    return text.replace("|", "\\|").replace("\n", " ")


def _table(rows: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def load(file: Path) -> dict[str, dict[str, Verdict]]:
    """What was found last; nothing if nothing was."""
    if not file.is_file():
        return {}
    saved = json.loads(file.read_text("utf-8"))
    return {rival: {probe: Verdict(*words) for probe, words in verdicts.items()} for rival, verdicts in saved.items()}


def save(file: Path, found: dict[str, dict[str, Verdict]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    words = {rival: {probe: [verdict.word, verdict.note] for probe, verdict in verdicts.items()} for rival, verdicts in found.items()}
    file.write_text(json.dumps(words, indent=1, ensure_ascii=False) + "\n", "utf-8")


def write_into(page: Path, table: str) -> None:
    """Puts the table between the page's markers.

    Raises Problem when it has none.
    """
    before, begin, rest = page.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise Problem(f"{page} lacks its markers, so nothing was written. It needs the lines\n{BEGIN}\n{END}")
    page.write_text(f"{before}{BEGIN}\n\n{table}\n{END}{after}", "utf-8")
