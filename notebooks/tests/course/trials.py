"""What is tried of a notebook, and what comes of it: each trial is one run on a kernel of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from books import Book, solutions_of
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from recorded import oracle_cells, silent, strayed
from running import Run, run

from course.versions import Unfit, has_seeds, mutated, seeded, unnamed_seeds

Runner = Callable[..., Run]
VERDICT = "The oracle says no. "
# a cell that takes so many times the bound of its whole notebook does not end
PATIENCE = 5


@dataclass(frozen=True)
class Data:
    name: str
    environment: Mapping[str, str]
    is_recorded: bool
    """Whether the numbers in the notebook come from these."""


@dataclass(frozen=True)
class Outcome:
    flaws: list[str] = field(default_factory=list)
    seconds: float = 0
    megabytes: float = 0
    caught_by: str = ""
    """Of a mutant: the cell of the oracle that threw."""
    words: str = ""
    """Of a mutant: what that cell said."""


@dataclass(frozen=True)
class Trial:
    """The chapter with a seed, on some data."""

    book: Book
    seed: int
    data: Data
    what = "chapter"

    def __str__(self) -> str:
        return f"{self.book.number}, seed +{self.seed}, {self.data.name} data"

    def outcome(self, runner: Runner = run) -> Outcome:
        unnamed = [f"{place} is a seed that metadata.jotter.seeds does not name" for place in unnamed_seeds(self.book)]
        return _tried(self.book, lambda: seeded(self.book, self.seed), self.data.environment, lambda ran: unnamed + self._flaws(ran), runner)

    def _flaws(self, ran: Run) -> list[str]:
        flaws = [f"{cell}: {_first_line(words)}" for cell, words in ran.errors.items()] or silent(self.book, ran)
        return flaws or (strayed(self.book, ran, same_seed=self.seed == 0) if self.data.is_recorded else [])


@dataclass(frozen=True)
class SolvedTrial:
    """The solutions, where a wrong answer is an error."""

    book: Book
    data: Data
    seed = 0
    what = "solutions"

    def __str__(self) -> str:
        return f"{self.book.number}, solutions, {self.data.name} data"

    def outcome(self, runner: Runner = run) -> Outcome:
        solved = Book.of(solutions_of(self.book.file))
        strict = {**self.data.environment, "JOTTER_CHECK": "strict"}
        return _tried(solved, lambda: solved.notebook, strict, lambda ran: [f"{cell}: {_first_line(words)}" for cell, words in ran.errors.items()], runner)


@dataclass(frozen=True)
class MutantTrial:
    """The chapter with a mistake in its code, which the oracle has to find."""

    book: Book
    mutant: Mapping[str, Any]
    data: Data

    def __str__(self) -> str:
        return f"{self.book.number}, mutant in {self.mutant['cell']}: {self.mutant['why']}"

    def outcome(self, runner: Runner = run) -> Outcome:
        verdicts: dict[str, str] = {}

        def survives(ran: Run) -> list[str]:
            oracle = [cell.id for cell in oracle_cells(self.book)]
            verdicts.update({cell: words for cell, words in ran.errors.items() if cell in oracle and words.startswith(VERDICT)})
            if verdicts:
                return []
            others = "; ".join(f"{cell}: {_first_line(words)}" for cell, words in ran.errors.items())
            return [f"survives: no cell of the oracle says no{f', though there is {others}' if others else ''}"]

        outcome = _tried(self.book, lambda: mutated(self.book, dict(self.mutant)), self.data.environment, survives, runner)
        cell, words = next(iter(verdicts.items()), ("", ""))
        return Outcome(outcome.flaws, outcome.seconds, outcome.megabytes, cell, _first_line(words).removeprefix(VERDICT))


def trials_of(book: Book, seeds: list[int], data: list[Data], only: str | None = None) -> list[Trial | SolvedTrial | MutantTrial]:
    """All that is to be tried, or only the `runs` or the `mutants`; without chance in a notebook one seed is all seeds."""
    found: list[Trial | SolvedTrial | MutantTrial] = []
    if only != "mutants":
        found += [Trial(book, seed, each) for each in data for seed in (seeds if has_seeds(book) else [0])]
        found += [SolvedTrial(book, each) for each in data if solutions_of(book.file).is_file()]
    if only != "runs":
        found += [MutantTrial(book, mutant, data[0]) for mutant in book.about["mutants"]]
    return found


def _tried(book: Book, version: Callable[[], NotebookNode], environment: Mapping[str, str], judge: Callable[[Run], list[str]], runner: Runner) -> Outcome:
    try:
        ran = runner(book.file, version(), dict(environment), goes_on=True, patience=PATIENCE * book.about.get("seconds", 120))
    except Unfit as unfit:
        return Outcome([str(unfit)])
    except (CellExecutionError, RuntimeError, TimeoutError) as broken:  # the kernel died, or a cell did not end
        return Outcome([f"the run broke off: {_first_line(str(broken))}"])
    return Outcome(judge(ran), ran.seconds, ran.megabytes)


def _first_line(words: str) -> str:
    return next((line.strip() for line in words.splitlines() if line.strip()), "")


def data_of(book: Book, real: Mapping[str, str] | None, drawn: Mapping[str, str]) -> list[Data]:
    """The sources that a notebook is run on, the recorded one first; of a notebook without data there is one."""
    if not book.about["data"]:
        return [Data("no", drawn, True)]
    of_publisher = [Data("real", real, True)] if real is not None else []
    return [*of_publisher, Data("drawn", drawn, False)]


