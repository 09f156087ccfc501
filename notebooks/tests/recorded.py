"""Whether a run says what a chapter has recorded, and whether its oracle has spoken."""

from __future__ import annotations

import re

from books import Book, text_of
from nbformat import NotebookNode
from running import Run, numbers

_CHECK_LINE = re.compile(r"^\s*Check\.\w+\(", re.MULTILINE)


def strayed(book: Book, now: Run, *, same_seed: bool = True) -> list[str]:
    """A sentence for each number that is farther from the recorded one than its tolerance allows.

    With the seed of the recording all other text has to be as recorded, too. With another one `metadata.jotter.spread` has wider
    tolerances, and None for a number that is the seed's own.
    """
    found = []
    for cell in book.code:
        tolerances = book.about["tolerances"].get(cell.id)
        if tolerances is None:
            if same_seed and text_of(now.cell(cell.id)) != text_of(cell):
                found.append(f"{cell.id}: the text is not as recorded")
            continue
        spread = {} if same_seed else book.about.get("spread", {}).get(cell.id, {})
        for pattern, within in {**tolerances, **spread}.items():
            if within is not None:
                found += _out_of_tolerance(cell, now.cell(cell.id), pattern, within)
    return found


def _out_of_tolerance(cell: NotebookNode, now: NotebookNode, pattern: str, within: float) -> list[str]:
    before, after = numbers(cell, pattern), numbers(now, pattern)
    if len(before) != len(after):
        return [f"{cell.id}: {pattern} was there {len(before)} times, is there {len(after)} times"]
    return [f"{cell.id}: {pattern} was {was}, is {found}, which is farther than {within}" for was, found in zip(before, after, strict=True) if not abs(was - found) <= within]


def oracle_cells(book: Book) -> list[NotebookNode]:
    return [cell for cell in book.code if "-oracle-" in cell.id]


def checks(cell: NotebookNode) -> int:
    """How many lines of the oracle a cell has; in a loop a line speaks more than once."""
    return len(_CHECK_LINE.findall(cell.source))


def silent(book: Book, now: Run) -> list[str]:
    """A sentence for each cell of the oracle that has said less than it has to, or anything else."""
    found = []
    for cell in oracle_cells(book):
        said = text_of(now.cell(cell.id)).splitlines()
        if len(said) < checks(cell):
            found.append(f"{cell.id}: {len(said)} lines of the oracle, of {checks(cell)}")
        found += [f"{cell.id}: says {line!r} among the oracle's lines" for line in said if not line.startswith("✓ ")]
    return found
