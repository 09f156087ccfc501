"""Notebook 08's program from launch to result, beside the same program in Keras: the same digits, epochs, batches, rate and threads."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

import nbformat
from contenders import Contender
from jotter_kernel.errors import Problem
from ledger import DIGITS, DIGITS_KERAS, Ledger, Measure
from plainly import LONGEST, PAIRS

PROGRAMS = Path(__file__).parent / "digits"
KERAS = Path(__file__).resolve().parents[2] / ".jotter" / "bench" / "keras" / "venv"
# five in a thousand: two standard deviations of the difference of two seeds are three
LEVEL = 0.005


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    digits = Path(environment.get("JOTTER_DATA", "")) / "mnist"
    if not (digits / "train-images-idx3-ubyte.gz").is_file():
        ledger.facts["notebook 08 beside Keras"] = "not measured: the publisher's four files are not in the folder mnist of JOTTER_DATA"
        return
    # what a person runs on this machine: the newest JDK that there is
    ours = next(contender for contender in contenders if contender.is_ours)
    python = KERAS / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    accuracies: dict[str, list[float]] = {"Jotter": [], "Keras": []}
    with tempfile.TemporaryDirectory(prefix="jotter-bench-") as folder:
        notebook = _notebook(Path(folder) / "digits.ipynb")

        def jotter() -> float:
            command = [sys.executable, "-m", "jotter_kernel", "run", str(notebook)]
            took, accuracy = _launch_to_result(command, {**environment, "JUPYTER_PATH": str(ours.jupyter)})
            accuracies["Jotter"].append(accuracy)
            return took

        def keras() -> float:
            took, accuracy = _launch_to_result([str(python), str(PROGRAMS / "in_keras.py"), str(digits)], environment)
            accuracies["Keras"].append(accuracy)
            return took

        # one of each only brings the files into memory
        jotter()
        keras()
        for pair in range(PAIRS):
            runs: list[tuple[Measure, Callable[[], float]]] = [(DIGITS, jotter), (DIGITS_KERAS, keras)]
            for what, run in runs if pair % 2 == 0 else reversed(runs):
                ledger.note(what, ours.key, run())
            print(f"  pair {pair + 1} of {PAIRS}: {ledger.of(DIGITS, ours.key)[-1]:.1f} s, Keras {ledger.of(DIGITS_KERAS, ours.key)[-1]:.1f} s", flush=True)
    ledger.facts["digits read rightly after five epochs"] = ", ".join(f"{name} {statistics.median(reached):.4f}" for name, reached in accuracies.items())
    _level(accuracies["Jotter"], accuracies["Keras"])


def _notebook(file: Path) -> Path:
    """The program as a notebook, each part that begins with `// cell` a cell."""
    cells = (PROGRAMS / "in_jotter.jsh").read_text("utf-8").split("// cell\n")[1:]
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells]), file)
    return file


def _launch_to_result(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds from the start of the process until it has printed its accuracy; and that."""
    started = perf_counter()
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace")
    assert process.stdout
    result: tuple[float, float] | None = None
    said: list[str] = []
    for line in process.stdout:
        said.append(line)
        found = re.match(r"\s*accuracy ([\d.]+)$", line)
        if found and result is None:
            result = perf_counter() - started, float(found.group(1))
    if process.wait(LONGEST) or result is None:
        raise Problem(f"{' '.join(command)} printed no accuracy. It said: {''.join(said)[-2000:]}")
    return result


def _level(ours: Sequence[float], theirs: Sequence[float]) -> None:
    """Raises Problem where one of the two has learnt less: their times say nothing then."""
    apart = abs(statistics.median(ours) - statistics.median(theirs))
    if apart > LEVEL:
        raise Problem(f"Jotter read {statistics.median(ours):.4f} of the digits rightly and Keras {statistics.median(theirs):.4f}: these are not the same program.")
