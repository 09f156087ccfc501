"""Each chapter runs whole, within its time and memory, and says what it said before; ./jotter verify-course does so on both data."""

from __future__ import annotations

import pytest
from books import Book, text_of
from recorded import checks, oracle_cells, silent, strayed
from running import Run, numbers
from sources import real

MOST_MEGABYTES = 1_800
# the bound in the notebook is for two idle cores; a shared machine may be as much slower
PATIENCE = 2.5


def test_it_runs_from_the_first_cell_to_the_last(ran: Run):
    assert ran.errors == {}


def test_it_says_where_its_data_are_from(chapter: Book, ran: Run):
    assert ("from Jotter's generator" in ran.text) == bool(chapter.about["data"] and real() is None)


def test_every_line_of_the_oracle_is_there(chapter: Book, ran: Run):
    assert sum(checks(cell) for cell in oracle_cells(chapter)) or chapter.is_tour
    assert silent(chapter, ran) == []


def test_it_reads_real_digits_as_well_as_promised(chapter: Book, ran: Run):
    if chapter.number == "08" and real() is not None:
        assert numbers(ran.cell("08-djl-16"), r"accuracy ([\d.]+)")[0] >= 0.97


def test_what_is_recorded_is_what_comes_out(chapter: Book, ran: Run):
    if chapter.about["data"] and real() is None:
        pytest.skip("it was recorded on the real data, and JOTTER_DATA names no folder")
    assert strayed(chapter, ran) == []


def test_the_stubs_say_what_is_missing_and_the_chapter_goes_on(chapter: Book, ran: Run):
    for number, cell in chapter.exercises.items():
        assert f"✗ {number}" in text_of(ran.cell(cell.id))


def test_it_keeps_to_its_time_and_memory(chapter: Book, ran: Run):
    assert ran.seconds <= PATIENCE * chapter.about["seconds"]
    assert 0 < ran.megabytes <= MOST_MEGABYTES
