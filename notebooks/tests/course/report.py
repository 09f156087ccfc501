"""docs/course-report.md: two tables, of which only the rows are renewed that were found anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from course.trials import MutantTrial, Outcome, SolvedTrial, Trial

RUNS, MUTANTS = "## Runs", "## Mutants"
HEADS = {
    RUNS: ["notebook", "what", "data", "seed", "passed", "seconds", "peak MB", "date"],
    MUTANTS: ["notebook", "cell", "what is wrong", "caught by", "which says", "date"],
}
# the columns that say what a row is about: rows that agree in them are renewed together
GROUPS = {RUNS: (0, 2), MUTANTS: (0,)}
OPENING = """\
# The course, verified

What `./jotter verify-course --write` has found. Each line is a run of a whole notebook on a kernel of its own.

- **Seeds.** A notebook is run as it is (+0), and with 1 and 2 added to all the seeds that it pins.
- **Data.** *Real* are the publishers' files, *drawn* is what the generators make of nothing, *no* is a notebook without any.
- **Passed** means: no cell throws, each line of the oracle has spoken, and on the data of the recording the numbers are within
  the tolerances that the notebook states; with seed +0 all other text is as recorded. Solutions run where a wrong answer throws.
- **Memory** is the most that the kernel's processes held at once, looked at twice a second.
- **Mutants** are mistakes put into the code that a notebook teaches. Each has to make the notebook's oracle say no.
"""


@dataclass
class Report:
    rows: dict[str, list[list[str]]] = field(default_factory=lambda: {RUNS: [], MUTANTS: []})

    def add(self, trial: Trial | SolvedTrial | MutantTrial, outcome: Outcome, date: str) -> None:
        flaws = "; ".join(outcome.flaws)
        if isinstance(trial, MutantTrial):
            caught = [outcome.caught_by, outcome.words] if not flaws else ["**not caught**", flaws]
            self.rows[MUTANTS].append([trial.book.number, trial.mutant["cell"], trial.mutant["why"], *caught, date])
        else:
            figures = [f"{outcome.seconds:.0f}", f"{outcome.megabytes:,.0f}"] if outcome.seconds else ["–", "–"]
            self.rows[RUNS].append([trial.book.number, trial.what, trial.data.name, f"+{trial.seed}", f"**no**: {flaws}" if flaws else "yes", *figures, date])

    def renewed_by(self, newer: Report) -> Report:
        """These rows, without those whose group the newer report has, and its rows; in the order of the notebooks."""
        merged = Report()
        for table, columns in GROUPS.items():
            groups = {tuple(row[column] for column in columns) for row in newer.rows[table]}
            kept = [row for row in self.rows[table] if tuple(row[column] for column in columns) not in groups]
            merged.rows[table] = sorted(kept + newer.rows[table], key=lambda row: row[0])
        return merged

    def markdown(self, circumstances: str) -> str:
        tables = [f"{table}\n\n{_table([HEADS[table], *rows])}" for table, rows in self.rows.items() if rows]
        return "\n".join([OPENING, f"{self._sum()} {circumstances}", "", "\n\n".join(tables), ""])

    def _sum(self) -> str:
        passed = sum(row[4] == "yes" for row in self.rows[RUNS])
        caught = sum(not row[3].startswith("**") for row in self.rows[MUTANTS])
        return f"**{passed} of {len(self.rows[RUNS])} runs passed, {caught} of {len(self.rows[MUTANTS])} mutants were caught.**"


def read(file: Path) -> Report:
    """What a report holds; nothing where there is none."""
    report = Report()
    table = ""
    for line in file.read_text("utf-8").splitlines() if file.is_file() else []:
        if line.startswith("## "):
            table = line
        cells = [cell.strip().replace("\x00", "|") for cell in line.replace("\\|", "\x00").strip("|").split("|")]
        if table in HEADS and line.startswith("|") and cells != HEADS[table] and not set(line) <= set("|-"):
            report.rows[table].append(cells)
    return report


def _table(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in row) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(lines)
