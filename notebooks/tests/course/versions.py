"""A notebook as it is run: with other seeds, or with a mistake in the code that it teaches."""

from __future__ import annotations

import copy
import re
from typing import Any

from books import Book
from nbformat import NotebookNode

_PINNED = re.compile(r"\bnew (?:Splittable)?Random\(\d+L?\)|\bsetRandomSeed\(\d+\)|\bint seed = \d+;(?! seed)|\blong seed = \d+L?;(?! seed)")


class Unfit(Exception):
    """What metadata.jotter says does not fit the notebook; the message says where."""


def seeded(book: Book, seed: int) -> NotebookNode:
    """A copy in which `seed` is added to each seed that `metadata.jotter.seeds` names; with 0 the notebook as it is.

    A place is a cell and a text that occurs there once; the last number of the text is the seed.
    Raises Unfit for a place that is not there, or more than once, or holds no number.
    """
    notebook = copy.deepcopy(book.notebook)
    for place in book.about.get("seeds", []):
        cell = _only(notebook, place)
        parts = re.fullmatch(r"(.*?)(\d+)(\D*)", place["find"], re.DOTALL)
        if parts is None:
            raise Unfit(f"{place['cell']}: there is no number in {place['find']!r}")
        cell.source = cell.source.replace(place["find"], f"{parts[1]}{int(parts[2]) + seed}{parts[3]}")
    return notebook


def has_seeds(book: Book) -> bool:
    return bool(book.about.get("seeds"))


def unnamed_seeds(book: Book) -> list[str]:
    """Seeds that stand in a cell and not in `metadata.jotter.seeds`; those of exercises stay, for their targets are theirs."""
    named = [(place["cell"], place["find"]) for place in book.about.get("seeds", [])]
    found = []
    for cell in book.code:
        if "-exercises-" not in cell.id:
            for pinned in _PINNED.findall(cell.source):
                if not any(identity == cell.id and pinned in find for identity, find in named):
                    found.append(f"{cell.id}: {pinned}")
    return found


def mutated(book: Book, mutant: dict[str, Any]) -> NotebookNode:
    """A copy with the mistake in it, up to the last cell of the oracle.

    Raises Unfit where the text to replace is not there exactly once, or is the oracle's own, or nothing would change.
    """
    notebook = copy.deepcopy(book.notebook)
    if "-oracle-" in mutant["cell"]:
        raise Unfit(f"{mutant['cell']}: a mutant is one of the taught code, not of the oracle")
    if mutant["find"] == mutant["replace"]:
        raise Unfit(f"{mutant['cell']}: {mutant['find']!r} is replaced by itself")
    cell = _only(notebook, mutant)
    cell.source = cell.source.replace(mutant["find"], mutant["replace"])
    last = max((place for place, each in enumerate(notebook.cells) if "-oracle-" in each.id), default=None)
    if last is None:
        raise Unfit("there is no cell named …-oracle-…")
    notebook.cells = notebook.cells[: last + 1]
    return notebook


def _only(notebook: NotebookNode, place: dict[str, Any]) -> NotebookNode:
    cell = next((cell for cell in notebook.cells if cell.id == place["cell"]), None)
    if cell is None:
        raise Unfit(f"there is no cell {place['cell']}")
    times = cell.source.count(place["find"])
    if times != 1:
        raise Unfit(f"{place['cell']}: {place['find']!r} is there {times} times, not once")
    return cell
