"""What every chapter holds to, read from its file."""

from __future__ import annotations

import re
from urllib.parse import unquote

from books import Book, chapters, outside_fences
from course.versions import seeded

MEGABYTE = 1_000_000
# a cell of JupyterLab shows so many without scrolling, on a window of 1,280 pixels
LONGEST_LINE = 104
TOUR = ["Values", "A table", "A chart", "A formula", "A sound", "Progress, and stopping", "Something to move", "A library", "Help", "Exercises", "Sources", "Next"]
WITHOUT_FIGURES = "drawn by program, not handwritten"


def test_the_skeleton_is_there_in_order(chapter: Book):
    wanted = TOUR if chapter.is_tour else ["The idea", "The equation", "From scratch", "With …", "The oracle", "Exercises", "Summary", "Sources", "Next"]
    assert [re.sub(r"^With .+", "With …", heading) for heading in chapter.headings] == wanted


def test_the_first_cell_says_what_for_how_long_and_what_is_needed(chapter: Book):
    first = chapter.notebook.cells[0].source
    assert first.startswith(f"# {chapter.number} · ")
    assert "**You will be able to**" in first and "**You need:**" in first
    minutes = re.search(r"\*\*Time:\*\* (\d+) minutes", first)
    assert minutes and int(minutes.group(1)) == chapter.about["minutes"]


def test_it_is_as_long_as_a_chapter(chapter: Book):
    if not chapter.is_tour:
        assert 1_500 <= chapter.words <= 3_000
        assert 20 <= len(chapter.code) <= 40
    assert chapter.file.stat().st_size <= 2 * MEGABYTE


def test_cells_have_names_that_stay(chapter: Book):
    names = [cell.id for cell in chapter.notebook.cells]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(rf"{chapter.number}-[a-z]+-\d+", name)] == []


def test_there_are_three_pictures_or_more_and_each_is_told_in_words(chapter: Book):
    assert len({picture.cell for picture in chapter.pictures}) >= 3
    assert [picture.cell for picture in chapter.pictures if not picture.words.strip()] == []


def test_links_lead_somewhere(chapter: Book):
    headings = {re.sub(r"[^\w\- ]", "", line.lstrip("# ")).strip().replace(" ", "-") for cell in chapter.prose for line in outside_fences(cell.source) if line.startswith("#")}
    broken = []
    for cell in chapter.prose:
        for target in re.findall(r"\]\(([^)\s]+)\)", cell.source):
            path, _, place = unquote(target).partition("#")
            leads = re.match(r"https?://[\w.-]+\.\w+", target) or (not path and place in headings) or (path and (chapter.file.parent / path).is_file())
            if not leads:
                broken.append(f"{cell.id}: {target}")
    assert broken == []


def test_code_is_not_cut_off_by_the_page(chapter: Book):
    assert [f"{cell.id}: {line}" for cell in chapter.code for line in cell.source.splitlines() if len(line) > LONGEST_LINE] == []


def test_every_cell_has_run_once_and_in_order(chapter: Book):
    assert [cell.execution_count for cell in chapter.code] == list(range(1, len(chapter.code) + 1))


def test_nothing_went_wrong_while_it_was_recorded(chapter: Book):
    outputs = [output for cell in chapter.code for output in cell.outputs]
    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []


def test_text_is_recorded_in_one_piece(chapter: Book):
    for cell in chapter.code:
        for one, next_one in zip(cell.outputs, cell.outputs[1:]):
            assert not (one.output_type == next_one.output_type == "stream" and one.name == next_one.name), cell.id


def test_no_place_of_a_machine_is_recorded(chapter: Book):
    everything = chapter.recorded() + "\n".join(cell.source for cell in chapter.notebook.cells)
    assert re.findall(r"(?<![\w.:/])/(?:home|root|Users|work|tmp|var|opt|usr)/\S+|\b[A-Z]:\\\S+", everything) == []


def test_the_figures_are_of_the_real_data(chapter: Book):
    if chapter.about["data"]:
        assert WITHOUT_FIGURES not in chapter.recorded()
        assert re.search(r"from the folder JOTTER_DATA|from the cache|downloaded, now in the cache", chapter.recorded())


def test_it_says_of_itself_what_the_tests_need(chapter: Book):
    about = chapter.about
    assert {"chapter", "article", "data", "exercises", "minutes", "mutants", "needs", "seconds", "tolerances"} <= set(about)
    assert about["chapter"] == chapter.number
    assert about["exercises"] == list(chapter.exercises) and about["exercises"]
    assert 0 < about["seconds"] <= 120
    assert chapter.notebook.metadata.kernelspec.name == "jotter"


def test_tolerances_speak_of_what_is_recorded(chapter: Book):
    from running import numbers

    for identity, patterns in chapter.about["tolerances"].items():
        for pattern in patterns:
            assert numbers(chapter.cell(identity), pattern), f"{identity}: nothing recorded matches {pattern}"


def test_each_mutant_changes_one_place_of_the_taught_code(chapter: Book):
    assert bool(chapter.about["mutants"]) != chapter.is_tour
    for mutant in chapter.about["mutants"]:
        assert "-oracle-" not in mutant["cell"] and mutant["why"]
        assert chapter.cell(mutant["cell"]).source.count(mutant["find"]) == 1, mutant
        assert mutant["replace"] != mutant["find"]


def test_each_seed_that_it_names_is_there():
    for file in chapters():
        seeded(Book.of(file), 1)
