"""Each chapter runs whole, on the real data and on drawn digits, within its time and memory, and says what it said before."""

from __future__ import annotations

from books import Book, text_of
from recorded import checks, oracle_cells, silent, strayed
from running import Run, numbers

MOST_MEGABYTES = 1_800
# the bound in the notebook is for two idle cores; a shared machine may be as much slower
PATIENCE = 2.5


def test_it_runs_from_the_first_cell_to_the_last_on_the_real_data(on_real_data: Run):
    assert on_real_data.errors == {}


def test_it_runs_without_data_and_without_a_network(chapter: Book, on_drawn_data: Run):
    assert on_drawn_data.errors == {}
    assert ("from Jotter's generator" in on_drawn_data.text) == bool(chapter.about["data"])


def test_every_line_of_the_oracle_is_there(chapter: Book, on_real_data: Run, on_drawn_data: Run):
    assert sum(checks(cell) for cell in oracle_cells(chapter)) or chapter.is_tour
    for ran in (on_real_data, on_drawn_data):
        assert silent(chapter, ran) == []


def test_it_reads_real_digits_as_well_as_promised(chapter: Book, on_real_data: Run):
    if chapter.number == "08":
        assert numbers(on_real_data.cell("08-djl-16"), r"accuracy ([\d.]+)")[0] >= 0.97


def test_what_is_recorded_is_what_comes_out(chapter: Book, on_real_data: Run):
    assert strayed(chapter, on_real_data) == []


def test_the_stubs_say_what_is_missing_and_the_chapter_goes_on(chapter: Book, on_real_data: Run):
    for number, cell in chapter.exercises.items():
        assert f"✗ {number}" in text_of(on_real_data.cell(cell.id))


def test_it_keeps_to_its_time_and_memory(chapter: Book, on_real_data: Run, on_drawn_data: Run):
    for ran in (on_real_data, on_drawn_data):
        assert ran.seconds <= PATIENCE * chapter.about["seconds"]
        assert 0 < ran.megabytes <= MOST_MEGABYTES
