"""The solutions are the chapter's exercises, solved: right where the chapter's own stubs are wrong."""

from __future__ import annotations

import copy
import re

import pytest
from books import Book, solutions_of
from running import run


@pytest.fixture(scope="module")
def solutions(chapter: Book) -> Book:
    return Book.of(solutions_of(chapter.file))


def test_each_exercise_has_one(chapter: Book, solutions: Book):
    assert list(solutions.exercises) == list(chapter.exercises) == solutions.about["exercises"]


def test_the_cells_around_them_are_the_chapters_own(chapter: Book, solutions: Book):
    solved = {cell.id for cell in solutions.exercises.values()}
    own = {cell.id: cell.source for cell in chapter.notebook.cells}
    shared = [cell for cell in solutions.notebook.cells if cell.id not in solved and not re.fullmatch(r"\d\d-solutions-\d+", cell.id)]
    assert shared
    # a cell may end where the solutions need no more of it
    assert [cell.id for cell in shared if not f"{own.get(cell.id)}\n".startswith(f"{cell.source}\n")] == []


def test_what_is_checked_is_the_same(chapter: Book, solutions: Book):
    for number, cell in solutions.exercises.items():
        stub = chapter.exercises[number]
        assert cell.id == stub.id and cell.source != stub.source
        assert "// your code" in stub.source and "// your code" not in cell.source
        assert [line for line in cell.source.splitlines() if "check(" in line] == [line for line in stub.source.splitlines() if "check(" in line]


def test_they_are_right(solutions: Book, strict):
    ran = run(solutions.file, solutions.notebook, strict)
    assert ran.errors == {}


def test_the_stubs_are_wrong(chapter: Book, solutions: Book, strict):
    unsolved = copy.deepcopy(solutions.notebook)
    stubs = {cell.id: cell.source for cell in chapter.exercises.values()}
    for cell in unsolved.cells:
        cell.source = stubs.get(cell.id, cell.source)
    ran = run(solutions.file, unsolved, strict, goes_on=True)
    assert set(ran.errors) == set(stubs)
    for number, cell in chapter.exercises.items():
        assert ran.errors[cell.id].startswith(f"✗ {number}"), ran.errors[cell.id]
