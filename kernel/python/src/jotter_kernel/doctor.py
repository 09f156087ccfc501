"""Says what was found, what is missing, and what to do."""

from __future__ import annotations

import importlib.metadata
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from . import distribution, jdk, start_jar
from .conversation import conversation, evaluate
from .errors import Problem

SELF_CHECK_END_SECONDS = 30


@dataclass(frozen=True)
class Finding:
    """One line of the report; a fault says in `what` also what to do."""

    fine: bool
    what: str


def findings() -> Iterator[Finding]:
    """The report, line by line, as the examination goes on."""
    yield Finding(True, f"Python {platform.python_version()} at {sys.executable}")
    yield from _java()
    jars = distribution.find()
    missing = jars.missing()
    if missing:
        yield Finding(False, f"The kernel is not built: there is no {missing[0]}. In a checkout, `./jotter install` builds it.")
    else:
        yield Finding(True, f"Jotter {distribution.VERSION}: {len(jars.kernel_jars())} jars")
    yield from _packages()
    yield from _kernelspecs()


def _java() -> Iterator[Finding]:
    try:
        chosen = jdk.choose()
    except Problem as problem:
        yield Finding(False, str(problem))
        return
    yield Finding(True, f"{chosen} (by {chosen.source})")
    for other in jdk.installed():
        if other.home.resolve() != chosen.home.resolve():
            yield Finding(True, f"also there: {other.flaw or other}")


def _packages() -> Iterator[Finding]:
    for package in ("jupyter_client", "nbclient", "jupyterlab"):
        try:
            yield Finding(True, f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            # only `jotter lab` needs JupyterLab
            yield Finding(package == "jupyterlab", f"{package} is not installed. `pip install {package}` does.")


def _kernelspecs() -> Iterator[Finding]:
    try:
        from jupyter_client.kernelspec import KernelSpecManager
    except ImportError:
        return  # said already, among the packages

    ours = {name: spec for name, spec in KernelSpecManager().get_all_specs().items() if "jotter.worker" in " ".join(spec["spec"]["argv"])}
    if not ours:
        yield Finding(False, "Jupyter knows no kernelspec of Jotter's. `jotter install` writes it.")
    for name, found in ours.items():
        yield from _kernelspec(name, found["resource_dir"], found["spec"]["argv"])


def _kernelspec(name: str, folder: str, argv: list[str]) -> Iterator[Finding]:
    missing = [path for path in _paths(argv) if not path.exists()]
    if missing:
        yield Finding(False, f"The kernelspec {name} in {folder} names {missing[0]}, which is gone. `jotter install` writes it anew.")
        return
    lines = _option(argv, "-Djotter.environment=")
    preloaded = [Path(line) for line in lines.read_text("utf-8").splitlines() if line.strip()] if lines else []
    lost = [jar for jar in preloaded if not jar.is_file()]
    if lost:
        yield Finding(False, f"The environment lacks {lost[0]} ({len(lost)} of {len(preloaded)} jars). In a checkout, `./jotter install` fetches it.")
    cache = _option(argv, "-XX:AOTCache=") or _option(argv, "-XX:SharedArchiveFile=")
    start = "with a start-up cache" if cache and cache.is_file() else "without a start-up cache (it works, it only starts later)"
    yield Finding(True, f"The kernelspec {name} in {folder}, {len(preloaded)} jars preloaded, {start}")
    try:
        yield Finding(True, self_check(argv))
    except Problem as problem:
        yield Finding(False, f"The kernel {name} does not work. {problem}")


def _paths(argv: list[str]) -> list[Path]:
    start = Path(argv[argv.index("-jar") + 1])
    jars = [start, *(start_jar.class_path(start) if start.is_file() else [])]
    options = [_option(argv, "-Djotter.worker="), _option(argv, "-Djotter.environment=")]
    return [Path(argv[0]), *jars, *[path for path in options if path]]


def _option(argv: list[str], start: str) -> Path | None:
    return next((Path(argument[len(start) :]) for argument in argv if argument.startswith(start)), None)


def check(kernel: str) -> str:
    """Runs a first cell in an installed kernel.

    Raises Problem when there is no such kernel or it does not answer.
    """
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        return self_check(KernelSpecManager().get_kernel_spec(kernel).argv)
    except NoSuchKernel:
        raise Problem(f"Jupyter knows no kernel named {kernel}. `jotter install` installs it.") from None


def self_check(argv: list[str]) -> str:
    """Runs a first cell, and says in a line how long it took from the launch on.

    Raises Problem when the kernel does not answer, or wrongly.
    """
    started = time.monotonic()
    with conversation(lambda file: [file if argument == "{connection_file}" else argument for argument in argv], SELF_CHECK_END_SECONDS) as client:
        answer = evaluate(client, "1 + 1")
        seconds = time.monotonic() - started
    if answer != "2":
        raise Problem(f"Asked for 1+1 it answered {answer or 'nothing'}.")
    return f"Self-check: 1+1 = 2 in {seconds:.1f} s"


def report(say: Callable[[str], None] = print) -> int:
    """Prints the findings; 1 when there is something to mend."""
    faults = 0
    for finding in findings():
        faults += not finding.fine
        say(f"{'  ok ' if finding.fine else 'MEND '} {finding.what}")
    say("Everything is there." if not faults else f"{faults} thing{'s' if faults > 1 else ''} to mend.")
    return 1 if faults else 0
