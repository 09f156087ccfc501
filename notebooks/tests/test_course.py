"""The parts of `./jotter verify-course`: what it lets pass and what it does not."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from books import Book
from course.report import MUTANTS, RUNS, Report, read
from course.trials import Data, MutantTrial, Trial, data_of, trials_of
from course.versions import Unfit, mutated, seeded, unnamed_seeds
from running import Run, run

MUTANT = {"cell": "99-scratch-1", "find": "1 + 1", "replace": "1 - 1", "why": "a sign"}
NO_DATA = Data("no", {}, True)
VERDICT = "The oracle says no. sum: 0, wanted 2."


def book(code: str = "int sum = 1 + 1;", oracle: str = 'Check.equal("sum", sum, 2);', says: str = "✓ sum: 2, wanted exactly 2\n", **about: object) -> Book:
    """A chapter of three cells: what is taught, the oracle, what comes after it."""
    cells = [
        nbformat.v4.new_code_cell(code, id="99-scratch-1"),
        nbformat.v4.new_code_cell(oracle, id="99-oracle-1", outputs=[nbformat.v4.new_output("stream", text=says)]),
        nbformat.v4.new_code_cell("boolean after = true;", id="99-exercises-1"),
    ]
    known = {"data": [], "mutants": [MUTANT], "tolerances": {}, "seconds": 30, **about}
    return Book(Path("99-x.ipynb"), nbformat.v4.new_notebook(cells=cells, metadata={"jotter": known, "kernelspec": {"name": "jotter", "display_name": "Java"}}))


def puts_out(outputs: dict[str, nbformat.NotebookNode]):
    """A runner that has no kernel: each cell named puts out what is given."""

    def runner(file, notebook, environment, goes_on, patience):
        for cell in notebook.cells:
            cell.outputs = [outputs[cell.id]] if cell.id in outputs else []
        return Run(notebook, 3, 100)

    return runner


def says(text: str) -> nbformat.NotebookNode:
    return nbformat.v4.new_output("stream", text=text)


def throws(words: str) -> nbformat.NotebookNode:
    return nbformat.v4.new_output("error", ename="java.lang.AssertionError", evalue=words)


@pytest.fixture
def real_kernel(tmp_path):
    return lambda file, notebook, environment, **further: run(tmp_path / file.name, notebook, {}, **further)


def test_the_oracle_catches_a_mutant_and_lets_the_chapter_pass_on_a_real_kernel(real_kernel):
    assert Trial(book(), 0, NO_DATA).outcome(real_kernel).flaws == []
    outcome = MutantTrial(book(), MUTANT, NO_DATA).outcome(real_kernel)
    assert (outcome.flaws, outcome.caught_by) == ([], "99-oracle-1")
    assert outcome.words == "sum: 0, wanted exactly 2."


def test_a_mutant_that_no_line_of_the_oracle_minds_is_a_flaw(real_kernel):
    outcome = MutantTrial(book(oracle='Check.atLeast("sum", sum, 0);'), MUTANT, NO_DATA).outcome(real_kernel)
    assert outcome.flaws == ["survives: no cell of the oracle says no"]


def test_a_mutant_is_not_caught_by_a_cell_that_merely_breaks():
    broken = puts_out({"99-scratch-1": throws("cannot find symbol"), "99-oracle-1": throws("cannot find symbol")})
    assert "survives" in MutantTrial(book(), MUTANT, NO_DATA).outcome(broken).flaws[0]
    elsewhere = puts_out({"99-scratch-1": throws(VERDICT)})
    assert "survives" in MutantTrial(book(), MUTANT, NO_DATA).outcome(elsewhere).flaws[0]
    assert MutantTrial(book(), MUTANT, NO_DATA).outcome(puts_out({"99-oracle-1": throws(VERDICT)})).flaws == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"find": "1"}, "is there 2 times, not once"),
        ({"find": "3"}, "is there 0 times, not once"),
        ({"cell": "99-scratch-7"}, "there is no cell 99-scratch-7"),
        ({"cell": "99-oracle-1", "find": "2"}, "not of the oracle"),
        ({"replace": "1 + 1"}, "replaced by itself"),
    ],
)
def test_a_mutant_that_does_not_fit_is_a_flaw_and_is_not_run(change, words):
    def never(*given, **further):
        raise AssertionError("it was run")

    assert words in MutantTrial(book(), {**MUTANT, **change}, NO_DATA).outcome(never).flaws[0]


def test_a_mutant_ends_with_the_oracle():
    assert [cell.id for cell in mutated(book(), MUTANT).cells] == ["99-scratch-1", "99-oracle-1"]


def test_a_chapter_that_throws_anywhere_is_a_flaw():
    ran = puts_out({"99-oracle-1": says("✓ sum: 2, wanted 2\n"), "99-exercises-1": throws("no more\nthan that")})
    assert Trial(book(), 1, NO_DATA).outcome(ran).flaws == ["99-exercises-1: no more"]


def test_a_kernel_that_dies_is_a_flaw():
    def dies(*given, **further):
        raise RuntimeError("Kernel died")

    assert Trial(book(), 0, NO_DATA).outcome(dies).flaws == ["the run broke off: Kernel died"]


def test_a_cell_that_does_not_end_is_a_flaw(real_kernel):
    hurried = book(code="int sum = 2; while (true) { Thread.onSpinWait(); }", seconds=1)
    assert "the run broke off" in Trial(hurried, 0, NO_DATA).outcome(real_kernel).flaws[0]


def test_an_oracle_that_says_nothing_is_a_flaw():
    assert Trial(book(), 1, NO_DATA).outcome(puts_out({})).flaws == ["99-oracle-1: 0 lines of the oracle, of 1"]


def test_recorded_numbers_have_to_come_out_within_their_tolerance_with_every_seed():
    chapter = book(tolerances={"99-oracle-1": {r"sum: ([\d.]+)": 0.1}})
    near, far = says("✓ sum: 2.05, wanted 2\n"), says("✓ sum: 2.5, wanted 2\n")
    for seed in (0, 1):
        assert Trial(chapter, seed, NO_DATA).outcome(puts_out({"99-oracle-1": near})).flaws == []
        assert "was 2.0, is 2.5" in Trial(chapter, seed, NO_DATA).outcome(puts_out({"99-oracle-1": far})).flaws[0]


def test_with_another_seed_a_number_may_spread_farther_or_be_that_seeds_own():
    tolerances, far = {"99-oracle-1": {r"sum: ([\d.]+)": 0.1}}, puts_out({"99-oracle-1": says("✓ sum: 2.5, wanted 2\n")})
    for spread, flaws in ((0.6, 0), (0.4, 1), (None, 0)):
        chapter = book(tolerances=tolerances, spread={"99-oracle-1": {r"sum: ([\d.]+)": spread}})
        assert len(Trial(chapter, 1, NO_DATA).outcome(far).flaws) == flaws
        assert len(Trial(chapter, 0, NO_DATA).outcome(far).flaws) == 1


def test_other_text_has_to_be_as_recorded_where_seed_and_data_are_those_of_the_recording():
    other = puts_out({"99-oracle-1": says("✓ sum: 2.05, wanted 2\n")})
    assert Trial(book(), 0, NO_DATA).outcome(other).flaws == ["99-oracle-1: the text is not as recorded"]
    assert Trial(book(), 1, NO_DATA).outcome(other).flaws == []
    assert Trial(book(), 0, Data("drawn", {}, False)).outcome(other).flaws == []


def test_a_seed_is_added_to_each_that_is_named():
    chapter = book(code="var a = new Random(6); double[] b = drawn(1, 8, 1);", seeds=[{"cell": "99-scratch-1", "find": "Random(6)"}, {"cell": "99-scratch-1", "find": "drawn(1, 8, 1)"}])
    assert seeded(chapter, 2).cells[0].source == "var a = new Random(8); double[] b = drawn(1, 8, 3);"
    assert seeded(chapter, 0).cells[0].source == chapter.code[0].source


@pytest.mark.parametrize(("find", "words"), [("Random(7)", "is there 0 times"), ("1", "is there 2 times"), ("Random", "no number")])
def test_a_seed_that_is_not_where_it_is_said_to_be_is_a_flaw(find, words):
    chapter = book(code="var a = new Random(1); int b = 1;", seeds=[{"cell": "99-scratch-1", "find": find}])
    with pytest.raises(Unfit, match=words):
        seeded(chapter, 1)
    assert words in Trial(chapter, 1, NO_DATA).outcome(puts_out({})).flaws[0]


def test_a_pinned_seed_that_is_not_named_is_a_flaw():
    chapter = book(code="var a = new Random(6); setRandomSeed(7); int seed = 42; for (int seed = 0; seed < 3; seed++) {}")
    assert unnamed_seeds(chapter) == ["99-scratch-1: new Random(6)", "99-scratch-1: setRandomSeed(7)", "99-scratch-1: int seed = 42;"]
    flaws = Trial(chapter, 0, NO_DATA).outcome(puts_out({"99-oracle-1": says("✓ sum: 2, wanted 2\n")})).flaws
    assert flaws[0] == "99-scratch-1: new Random(6) is a seed that metadata.jotter.seeds does not name"


def test_a_chapter_without_chance_is_run_once_and_one_with_data_on_both():
    assert [str(trial) for trial in trials_of(book(), [0, 1, 2], data_of(book(), {}, {}))] == ["99, seed +0, no data", "99, mutant in 99-scratch-1: a sign"]
    with_both = book(data=["mnist"], seeds=[MUTANT])
    tried = trials_of(with_both, [0, 1], data_of(with_both, {}, {}), only="runs")
    assert [(trial.data.name, trial.seed) for trial in tried] == [("real", 0), ("real", 1), ("drawn", 0), ("drawn", 1)]
    assert [type(trial) for trial in trials_of(with_both, [0, 1], data_of(with_both, {}, {}), only="mutants")] == [MutantTrial]
    assert [data.name for data in data_of(with_both, None, {})] == ["drawn"]


def rows(report: Report) -> list[tuple[str, ...]]:
    return [(*row[:4], row[-1]) for row in report.rows[RUNS]]


def test_rows_are_renewed_where_something_was_found_anew_and_else_stay(tmp_path):
    passes, red = puts_out({"99-oracle-1": says("✓ sum: 2, wanted 2\n")}), puts_out({"99-oracle-1": throws("no | yes")})
    before, now = Report(), Report()
    for number, data in (("98", "no"), ("99", "real"), ("99", "drawn")):
        trial = Trial(book(), 0, Data(data, {}, False))
        before.add(trial, trial.outcome(passes), "2001-01-01")
        before.rows[RUNS][-1][0] = number
    mutant = MutantTrial(book(), MUTANT, NO_DATA)
    before.add(mutant, mutant.outcome(passes), "2001-01-01")
    file = tmp_path / "report.md"
    file.write_text(before.markdown("then"), "utf-8")
    assert "**3 of 3 runs passed, 0 of 1 mutants were caught.** then" in file.read_text("utf-8")
    trial = Trial(book(), 1, Data("drawn", {}, False))
    now.add(trial, trial.outcome(red), "2002-02-02")
    file.write_text(read(file).renewed_by(now).markdown("now"), "utf-8")
    merged = read(file)
    assert rows(merged) == [
        ("98", "chapter", "no", "+0", "2001-01-01"),
        ("99", "chapter", "real", "+0", "2001-01-01"),
        ("99", "chapter", "drawn", "+1", "2002-02-02"),
    ]
    assert merged.rows[RUNS][2][4] == "**no**: 99-oracle-1: no | yes"
    assert merged.rows[MUTANTS] == before.rows[MUTANTS]
    assert "**2 of 3 runs passed" in file.read_text("utf-8")
