"""The command `./jotter verify-course`."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from books import ROOT, Book, chapters
from jotter_kernel.errors import Problem, told
from sources import drawn, real

from course.report import Report, read
from course.trials import MutantTrial, Outcome, SolvedTrial, Trial, data_of, trials_of

REPORT = ROOT / "docs" / "course-report.md"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="./jotter verify-course",
        description="Runs the course's notebooks with several seeds, on real and on drawn data, their solutions, and each mutant of the code they teach, which the notebook's oracle has to find. Fails if anything is not as it should be.",
    )
    parser.add_argument("notebooks", metavar="NN", nargs="*", help="the numbers of the notebooks (default: all, which takes hours)")
    parser.add_argument("--seeds", type=_seeds, default=[0, 1, 2], metavar="N,N", help="what is added to the seeds that a notebook pins (default: 0,1,2)")
    parser.add_argument("--only", choices=["runs", "mutants"], help="leave the mutants out, or all but them")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="so many runs at a time, each of up to 1.8 GB (default: 1, by which the seconds are true)")
    parser.add_argument("--write", action="store_true", help="renew the rows of docs/course-report.md that are found anew")
    wish = parser.parse_args(arguments)
    books = [Book.of(file) for file in chapters()]
    unknown = [number for number in wish.notebooks if number not in [book.number for book in books]]
    if unknown:
        raise Problem(f"There is no notebook {unknown[0]}; there are {', '.join(book.number for book in books)}.")
    os.environ["JOTTER_HISTORY"] = "off"  # what runs here is nothing that a person would look for
    broken: list[str] = []
    with tempfile.TemporaryDirectory(prefix="course-") as nothing:
        for book in books:
            if not wish.notebooks or book.number in wish.notebooks:
                found = Report()
                broken += _verify(book, wish, Path(nothing), found)
                if wish.write:
                    circumstances = f"Last written on {_today()}, on {_machine()}, {_at_a_time(wish.jobs)}."
                    REPORT.write_text(read(REPORT).renewed_by(found).markdown(circumstances), "utf-8")
    for flaw in broken:
        print(f"FAILED: {flaw}")
    print("The course is not as it should be." if broken else "The course is as it should be.", flush=True)
    return 1 if broken else 0


def _verify(book: Book, wish: argparse.Namespace, nothing: Path, report: Report) -> list[str]:
    of_publisher = real()
    if book.about["data"] and of_publisher is None:
        print(f"{book.number}: JOTTER_DATA names no folder, so there are no real data; only drawn ones are tried, and no recorded number is compared.", flush=True)
    trials = trials_of(book, wish.seeds, data_of(book, of_publisher, drawn(nothing)), wish.only)
    outcomes: dict[int, Outcome] = {}
    with ThreadPoolExecutor(max_workers=wish.jobs) as pool:
        running = {pool.submit(trial.outcome): place for place, trial in enumerate(trials)}
        for done in as_completed(running):
            place = running[done]
            outcomes[place] = done.result()
            print(_told(trials[place], outcomes[place]), flush=True)
    broken = []
    for place, trial in enumerate(trials):
        report.add(trial, outcomes[place], _today())
        broken += [f"{trial}: {flaw}" for flaw in outcomes[place].flaws]
    return broken


def _told(trial: Trial | SolvedTrial | MutantTrial, outcome: Outcome) -> str:
    if outcome.flaws:
        return f"✗ {trial}: {'; '.join(outcome.flaws)}"
    took = f"{outcome.seconds:.0f} s, at most {outcome.megabytes:,.0f} MB"
    return f"✓ {trial}: {took}" + (f"; {outcome.caught_by} says: {outcome.words}" if isinstance(trial, MutantTrial) else "")


def _seeds(words: str) -> list[int]:
    return [int(word) for word in words.split(",")]


def _today() -> str:
    return datetime.date.today().isoformat()


def _machine() -> str:
    told_of = f"{os.cpu_count()} cores, {platform.system()} on {platform.machine()}"
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        told_of += f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    return told_of + (f", whose load was {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "")


def _at_a_time(jobs: int) -> str:
    return "one run at a time" if jobs == 1 else f"{jobs} runs at a time"


if __name__ == "__main__":
    sys.exit(told(main))
