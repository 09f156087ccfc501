"""Measures Jotter beside other kernels in one run. Started by `./jotter bench`, which sets up what this needs."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
from pathlib import Path
from time import monotonic

import answering
import crowding
import fetching
import growing
import idling
import living
import looping
import moving
import printing
import racing
import report
import showing
import starting
import training
from contenders import gather
from jotter_kernel.errors import Problem, told
from ledger import Ledger

ROOT = Path(__file__).resolve().parents[2]
WHAT = {
    "start": (starting.measure, "launch to the first reply and the first result, and the shutdown"),
    "answer": (answering.measure, "round trips: 1+1, kernel_info, completion, inspection, JShell alone"),
    "jars": (crowding.measure, "the same with 300 jars more on the class path"),
    "print": (printing.measure, "20,000 lines, and of Jotter 1,000,000"),
    "cells": (growing.measure, "what a cell costs after a thousand that defined, redefined and dropped classes"),
    "memory": (idling.measure, "memory of an idle kernel (Linux only)"),
    "maven": (fetching.measure, "%maven of some thirty libraries that the local repository has"),
    "widgets": (moving.measure, "a slider that is moved, until the new picture is there"),
    "loops": (looping.measure, "loops of plain Java beside a plain Java program"),
    "live": (living.measure, "a progress bar, a live chart, a training that is shown, beside the same without"),
    "show": (showing.measure, "a table of 1,000,000 × 20 and charts of 100,000 points"),
    "training": (training.measure, "notebook 08's training beside a plain Java program"),
    "keras": (racing.measure, "notebook 08's program from launch to result, beside the same in Keras"),
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="./jotter bench",
        description="Measures Jotter beside ipykernel and JJava, run by run in turn, and prints medians, intervals and ratios.",
        epilog="\n".join(f"  {name:10}{says}" for name, (_, says) in WHAT.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", metavar="WHAT", nargs="*", help="what to measure, of the list below; default: all, in some twenty-five minutes")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/measurements.md; of what is not measured now, what was measured last")
    parser.add_argument("--peers", type=Path, required=True, help=argparse.SUPPRESS)
    wish = parser.parse_args(arguments)
    unknown = [name for name in wish.what if name not in WHAT]
    if unknown:
        raise Problem(f"There is nothing named {unknown[0]} to measure; there are {', '.join(WHAT)}.")
    # what is measured is nothing that a person has run
    os.environ["JOTTER_HISTORY"] = "off"
    contenders = gather(wish.peers, ROOT / ".jotter" / "bench")
    ledger = Ledger(facts=_circumstances())
    for name in wish.what or WHAT:
        begun = monotonic()
        print(f"Measuring {name}: {WHAT[name][1]} …", flush=True)
        WHAT[name][0](contenders, dict(os.environ), ledger)
        print(f"Measuring {name}: done ({monotonic() - begun:.0f} s)", flush=True)
    print("\n" + report.markdown(contenders, ledger).replace("<br>", ", "))
    file = ROOT / ".jotter" / "reports" / "bench.json"
    # each part compares within itself: what was not measured now stays as it was measured last
    known = report.load(file) if wish.what else Ledger()
    known.values.update(ledger.values)
    known.facts.update(ledger.facts)
    report.save(file, known)
    print(f"Every value is in {file.relative_to(ROOT)}.")
    if wish.write:
        report.write_into(ROOT / "docs" / "measurements.md", report.markdown(contenders, known))
        print("docs/measurements.md has the new tables.")
    return 0


def _circumstances() -> dict[str, str]:
    facts = {"date": datetime.date.today().isoformat(), "machine": f"{os.cpu_count()} cores, {platform.system()} on {platform.machine()}"}
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        facts["machine"] += f", {memory / 2**30:.0f} GB"
    if hasattr(os, "getloadavg"):
        facts["load when it began"] = f"{os.getloadavg()[0]:.1f}"
    return facts


if __name__ == "__main__":
    sys.exit(told(main))
