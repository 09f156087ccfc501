"""The command `./jotter test`: Java's tests on the newest JDK and on 17, then those of the Python side, the kernel and the notebooks."""

from __future__ import annotations

import os
import shutil
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import browser
from jotter_kernel import jdk
from jotter_kernel.errors import Problem
from maven import Maven

if TYPE_CHECKING:
    from checkout import Checkout

PYTEST_PARTS = {
    "python": ["kernel/python/tests", "environment/setup/tests"],
    "kernel": ["kernel/tests"],
    "notebooks": ["notebooks/tests"],
}
PARTS = ["java", *PYTEST_PARTS]


@dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    # a failed test's name and the first line of what it said: a log may be cut to its end
    flaws: list[str] = field(default_factory=list)

    def add(self, report: Path) -> None:
        """Adds a report in JUnit's format: a suite, or several."""
        for suite in ElementTree.parse(report).getroot().iter("testsuite"):
            total, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
            failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            self.passed += total - failed - skipped
            self.failed += failed
            self.skipped += skipped
            self.flaws += [_flaw(case) for case in suite.iter("testcase") if _outcome(case) is not None]


def _outcome(case: ElementTree.Element) -> ElementTree.Element | None:
    return next((child for child in case if child.tag in ("failure", "error")), None)


def _flaw(case: ElementTree.Element) -> str:
    outcome = _outcome(case)
    said = "" if outcome is None else outcome.get("message") or outcome.text or ""
    first = next((line.strip() for line in said.splitlines() if line.strip()), "")
    return f"{case.get('classname')}.{case.get('name')}: {first[:200]}"


def verify(checkout: Checkout, arguments: list[str]) -> int:
    """Runs the parts that are named (all without a name; what follows `--` goes to pytest), and ends with the sum."""
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parts, for_pytest = arguments[:split] or PARTS, arguments[split + 1 :]
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        raise Problem(f"There is no part {unknown[0]}; there are {', '.join(PARTS)}.")
    checkout.point_at_the_data()
    count = Count()
    broken = []
    if "java" in parts:
        broken += _java(checkout, count)
    for part in PYTEST_PARTS:
        if part in parts:
            broken += _pytest(checkout, part, for_pytest, count)
    for what in broken + count.flaws:
        print(f"FAILED: {what}")
        # a step that broke off has failed even where no report counts it
    if broken and not count.failed:
        count.failed = len(broken)
    if count.skipped:
        print(f"{count.skipped} skipped")
    print(f"{count.passed} passed, {count.failed} failed", flush=True)
    return 1 if broken or count.failed else 0


def _java(checkout: Checkout, count: Count) -> list[str]:
    usable = [found for found in jdk.installed() if not found.flaw and found.can_build]
    newest = usable[0]
    oldest = next((found for found in usable if found.major == jdk.OLDEST), None)
    maven = Maven(checkout.root, newest)
    broken = []
    _forget_compiled(checkout.root)
    _clear_reports(checkout.root)
    if maven.run(["verify", "-Dmaven.test.failure.ignore=false", "--fail-at-end"], f"Java's tests and checks on {newest.version}", _worth_showing, can_fail=True):
        broken.append(f"Java on {newest.version}")
    _count_reports(checkout.root, count)
    if oldest and oldest != newest:
        _clear_reports(checkout.root)
        # the classes are those of the first run, byte code for 17; only the JVM of the tests is another
        goals = ["verify", "-Dquick", f"-Djvm={oldest.java}", "--fail-at-end"]
        if maven.run(goals, f"Java's tests on {oldest.version}", _worth_showing, can_fail=True):
            broken.append(f"Java on {oldest.version}")
        _count_reports(checkout.root, count)
    return broken


def _forget_compiled(root: Path) -> None:
    """What the set-up has compiled without Error Prone would pass for compiled, and never be checked."""
    for lists in root.glob("**/target/maven-status"):
        shutil.rmtree(lists)


def _worth_showing(line: str) -> bool:
    return "Tests run:" in line or line.startswith(("[ERROR]", "[WARNING] Tests"))


def _reports(root: Path) -> list[Path]:
    return sorted(root.glob("**/target/surefire-reports/TEST-*.xml"))


def _clear_reports(root: Path) -> None:
    for report in _reports(root):
        report.unlink()


def _count_reports(root: Path, count: Count) -> None:
    for report in _reports(root):
        count.add(report)


def _pytest(checkout: Checkout, part: str, further: list[str], count: Count) -> list[str]:
    folders = [folder for folder in PYTEST_PARTS[part] if (checkout.root / folder).is_dir()]
    report = checkout.state / "reports" / f"{part}.xml"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    environment = checkout.environment()
    if part == "notebooks":
        found = browser.find(checkout.packages.python, environment)
        if found:
            environment["JOTTER_CHROMIUM"] = found
    print(f"Tests of {', '.join(folders)}", flush=True)
    places = [str(checkout.root / folder) for folder in folders]
    # the cache goes where all of a checkout's leftovers go
    options = ["-ra", "--durations=8", "-o", f"cache_dir={checkout.state / 'pytest'}", f"--rootdir={checkout.root}", "-c", str(checkout.root / "environment/setup/pytest.ini")]
    code = checkout.python("-m", "pytest", *options, f"--junitxml={report}", *further, *places, environment=environment)
    if report.is_file():
        count.add(report)
    nothing_selected = 5
    return [] if code in (0, nothing_selected) else [f"pytest on {', '.join(folders)}"]
