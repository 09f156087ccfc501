"""The tables: for the terminal, for docs/measurements.md between its two markers, and every value as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import figures
from contenders import Contender
from goals import GOALS, Goal
from jotter_kernel.errors import Problem
from ledger import LINES_LOST, MEASURES, MILLION_LOST, SUM, Ledger, Measure

BEGIN, END = "<!-- begin: written by `./jotter bench --write` -->", "<!-- end: written by `./jotter bench --write` -->"


def markdown(contenders: list[Contender], ledger: Ledger) -> str:
    """All that was measured, facts first."""
    blocks = ["\n".join(f"- {name}: {fact}" for name, fact in ledger.facts.items()), _values(contenders, ledger)]
    goals = _goals(contenders, ledger)
    if goals:
        blocks.append(f"**Goals**\n\n{goals}")
    return "\n\n".join(blocks) + "\n"


def _values(contenders: list[Contender], ledger: Ledger) -> str:
    rows = [["median [95 % interval]", *[contender.title for contender in contenders]]]
    for measure in MEASURES:
        if measure.key in ledger.values:
            rows.append([measure.title, *[_value(measure, contender, ledger) for contender in contenders]])
            if measure == SUM:
                rows.append([f"{measure.title}, 95th percentile", *[_tail(measure, contender, ledger) for contender in contenders]])
    return _table(rows)


def _value(measure: Measure, contender: Contender, ledger: Ledger) -> str:
    values = ledger.of(measure, contender.key)
    if not values:
        return "–"
    if measure in (LINES_LOST, MILLION_LOST):
        least = min(values)
        return f"{least:,.0f}" if least == max(values) else f"{least:,.0f} to {max(values):,.0f}"
    told = _interval(figures.median(values), measure.unit)
    if contender.is_ours:
        for peer in ("ipykernel", "jjava"):
            theirs = ledger.of(measure, peer)
            if theirs:
                told += f"<br>{figures.ratio(values, theirs).value:.2f} × {'JJava' if peer == 'jjava' else peer}"
    return told


def _tail(measure: Measure, contender: Contender, ledger: Ledger) -> str:
    values = ledger.of(measure, contender.key)
    return _number(figures.percentile(values, 95), measure.unit) if values else "–"


def _goals(contenders: list[Contender], ledger: Ledger) -> str:
    rows = [["", "at most", "reached", ""]]
    titles = {contender.key: contender.title for contender in contenders}
    for goal in GOALS:
        for key in goal.contenders:
            reached = goal.reached(ledger, key) if key in titles else None
            if reached is None:
                continue
            unit = "×" if goal.beside or goal.tail else goal.measure.unit
            beside = _beside(goal, titles)
            bound = f"{goal.at_most:g} {unit}" + (f" {beside}" if beside else "")
            what = f"{goal.measure.title}, 95th percentile" if goal.tail else goal.measure.title
            rows.append([f"{what}, {titles[key]}", bound, _interval(reached, unit), _verdict(goal, reached)])
    return _table(rows) if len(rows) > 1 else ""


def _beside(goal: Goal, titles: dict[str, str]) -> str:
    if goal.tail:
        return "its median"
    if isinstance(goal.beside, Measure):
        return goal.beside.title
    return titles.get(goal.beside, "") if goal.beside else ""


def _verdict(goal: Goal, reached: figures.Estimate) -> str:
    if reached.value <= goal.at_most:
        return "reached" if reached.high <= goal.at_most else "reached, within the noise"
    return "missed" if reached.low > goal.at_most else "missed, within the noise"


def _interval(estimate: figures.Estimate, unit: str) -> str:
    return f"{_number(estimate.value, unit)} [{_bare(estimate.low, unit)}–{_bare(estimate.high, unit)}]"


def _number(value: float, unit: str) -> str:
    return f"{_bare(value, unit)} {unit}".rstrip()


def _bare(value: float, unit: str) -> str:
    if unit in ("×", "s"):
        return f"{value:.2f}"
    return f"{value:,.1f}" if unit in ("ms", "ns") and value < 100 else f"{value:,.0f}"


def _table(rows: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def load(file: Path) -> Ledger:
    """What was saved last; an empty ledger if nothing was."""
    if not file.is_file():
        return Ledger()
    saved = json.loads(file.read_text("utf-8"))
    return Ledger(saved["values"], saved["facts"])


def save(file: Path, ledger: Ledger) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"facts": ledger.facts, "values": ledger.values}, indent=1, ensure_ascii=False) + "\n", "utf-8")


def write_into(page: Path, table: str) -> None:
    """Puts the tables between the page's markers.

    Raises Problem when it has none.
    """
    before, begin, rest = page.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise Problem(f"{page} lacks its markers, so nothing was written. It needs the lines\n{BEGIN}\n{END}")
    page.write_text(f"{before}{BEGIN}\n\n{table}\n{END}{after}", "utf-8")
