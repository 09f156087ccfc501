"""Asks the same of Jotter and of other kernels, over the wire. Started by `./jotter compare`, which sets up what this needs."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(1, str(ROOT / "kernel" / "bench"))
# what is probed is nothing that a person has run
os.environ["JOTTER_HISTORY"] = "off"
FOUND = ROOT / ".jotter" / "reports" / "compare.json"

import page  # noqa: E402
from dialogue import Dialogue, NoAnswerError  # noqa: E402
from jotter_kernel.errors import Problem, told  # noqa: E402
from probes import PROBES, Probe  # noqa: E402
from rivals import Rival, gather  # noqa: E402
from verdict import Verdict, no  # noqa: E402


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./jotter compare", description="Runs each probe on each kernel and prints the table, in some ten minutes.")
    parser.add_argument("only", metavar="KERNEL", nargs="*", help="ipykernel, kotlin, jjava, rapaio or jotter; default: all")
    parser.add_argument("--write", action="store_true", help="put the table into docs/comparison.md; of kernels that are not asked now, what was found last")
    parser.add_argument("--peers", type=Path, required=True, help=argparse.SUPPRESS)
    wish = parser.parse_args(arguments)
    rivals = gather(ROOT, wish.peers)
    unknown = set(wish.only) - {rival.key for rival in rivals}
    if unknown:
        raise Problem(f"There is no kernel named {sorted(unknown)[0]}; there are {', '.join(rival.key for rival in rivals)}.")
    asked = [rival for rival in rivals if not rival.absent and (not wish.only or rival.key in wish.only)]
    now = {rival.key: _probe(rival) for rival in asked}
    facts = {"date": datetime.date.today().isoformat(), "Java": _java()}
    print("\n" + page.markdown(asked, now, facts))
    # each column stands for itself: a kernel that is not asked now stays as it was found last
    known = page.load(FOUND) if wish.only else {}
    known.update(now)
    page.save(FOUND, known)
    if wish.write:
        table = page.markdown(rivals, known, facts)
        page.write_into(ROOT / "docs" / "comparison.md", table)
        print("docs/comparison.md has the new table.")
    return 0


def _java() -> str:
    from contenders import javas

    return str(javas()[0].major)


def _probe(rival: Rival) -> dict[str, Verdict]:
    """The probes that share a kernel first, then those that need one each."""
    print(f"Probing {rival.title} …", flush=True)
    found: dict[str, Verdict] = {}
    shared: Dialogue | None = None
    for probe in sorted(PROBES, key=lambda probe: probe.alone):
        if probe.alone or shared is None or not shared.manager.is_alive():
            if shared:
                shared.close()
            shared = _start(rival)
        found[probe.key] = _run(probe, shared) if shared else no("the kernel did not start")
        print(f"  {probe.title}: {found[probe.key].word} {found[probe.key].note}", flush=True)
    if shared:
        shared.close()
    return found


def _start(rival: Rival) -> Dialogue | None:
    for _ in range(2):
        try:
            return Dialogue(rival)
        except NoAnswerError as silence:
            # once more: a busy machine is no fault of the kernel's
            print(f"  {silence}", flush=True)
    return None


def _run(probe: Probe, dialogue: Dialogue) -> Verdict:
    try:
        return probe.run(dialogue)
    except NoAnswerError as silence:
        return no(str(silence))


if __name__ == "__main__":
    sys.exit(told(main))
