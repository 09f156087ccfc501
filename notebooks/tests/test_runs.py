"""Each chapter runs whole, on the real data and on drawn digits, within its time and memory, and says what it said before."""

from __future__ import annotations

import re

from books import Book, text_of
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
    checks = sum(len(re.findall(r"^\s*Check\.\w+\(", cell.source, re.MULTILINE)) for cell in chapter.code if "-oracle-" in cell.id)
    assert checks
    for ran in (on_real_data, on_drawn_data):
        for cell in chapter.code:
            if "-oracle-" in cell.id:
                said = text_of(ran.cell(cell.id)).splitlines()
                assert len(said) >= len(re.findall(r"^\s*Check\.\w+\(", cell.source, re.MULTILINE))
                assert [line for line in said if not line.startswith("✓ ")] == []


def test_it_reads_real_digits_as_well_as_promised(chapter: Book, on_real_data: Run):
    if chapter.number == "08":
        assert numbers(on_real_data.cell("08-djl-16"), r"accuracy ([\d.]+)")[0] >= 0.97


def test_what_is_recorded_is_what_comes_out(chapter: Book, on_real_data: Run):
    tolerances = chapter.about["tolerances"]
    for cell in chapter.code:
        now = on_real_data.cell(cell.id)
        if cell.id not in tolerances:
            assert text_of(now) == text_of(cell), cell.id
            continue
        for pattern, within in tolerances[cell.id].items():
            before, after = numbers(cell, pattern), numbers(now, pattern)
            assert len(before) == len(after), f"{cell.id}: {pattern}"
            for recorded, found in zip(before, after):
                assert abs(recorded - found) <= within, f"{cell.id}: {pattern} was {recorded}, is {found}"


def test_the_stubs_say_what_is_missing_and_the_chapter_goes_on(chapter: Book, on_real_data: Run):
    for number, cell in chapter.exercises.items():
        assert f"✗ {number}" in text_of(on_real_data.cell(cell.id))


def test_it_keeps_to_its_time_and_memory(chapter: Book, on_real_data: Run, on_drawn_data: Run):
    for ran in (on_real_data, on_drawn_data):
        assert ran.seconds <= PATIENCE * chapter.about["seconds"]
        assert 0 < ran.megabytes <= MOST_MEGABYTES
