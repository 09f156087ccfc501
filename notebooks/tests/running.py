"""Runs a notebook on a kernel of its own, and says what that took."""

from __future__ import annotations

import copy
import re
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
from books import text_of
from nbclient import NotebookClient
from nbformat import NotebookNode

SAMPLE_SECONDS = 0.5


@dataclass(frozen=True)
class Run:
    notebook: NotebookNode
    seconds: float
    megabytes: float
    """The most that the kernel's processes held at once."""

    def cell(self, identity: str) -> NotebookNode:
        return next(cell for cell in self.notebook.cells if cell.id == identity)

    @property
    def text(self) -> str:
        return "\n".join(text_of(cell) for cell in self.notebook.cells if cell.cell_type == "code")

    @property
    def errors(self) -> dict[str, str]:
        """The message of each cell that ended in an error."""
        found = {}
        for cell in self.notebook.cells:
            for output in cell.get("outputs", []):
                if output.output_type == "error":
                    found[cell.id] = output.evalue
        return found


def run(file: Path, notebook: NotebookNode, environment: dict[str, str], goes_on: bool = False, patience: float | None = None) -> Run:
    """Runs a copy in the notebook's own folder; an error ends the run, unless it goes on, and so does a cell that takes longer than the patience, in seconds."""
    fresh = copy.deepcopy(notebook)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(fresh, kernel_name="jotter", timeout=patience, allow_errors=goes_on, resources={"metadata": {"path": str(file.parent)}})
    with Scales(client) as scales:
        started = time.monotonic()
        client.execute(env=environment)
        seconds = time.monotonic() - started
    return Run(fresh, seconds, scales.most / 1e6)


class Scales:
    """Weighs the kernel of a client and its children now and then, as long as it is open."""

    def __init__(self, client: NotebookClient) -> None:
        self.most = 0.0
        self._client = client
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._weigh, daemon=True)

    def __enter__(self) -> Scales:
        self._thread.start()
        return self

    def __exit__(self, *reason: object) -> None:
        self._closed.set()
        self._thread.join()

    def _weigh(self) -> None:
        while not self._closed.wait(SAMPLE_SECONDS):
            process = getattr(getattr(self._client.km, "provisioner", None), "process", None)
            if process is not None:
                self.most = max(self.most, _bytes_of_tree(process.pid))


def _bytes_of_tree(pid: int) -> float:
    try:
        top = psutil.Process(pid)
        return sum(_bytes_of(process) for process in [top, *top.children(recursive=True)])
    except psutil.Error:
        return 0.0


def _bytes_of(process: psutil.Process) -> float:
    try:
        used = process.memory_full_info()
        # pages that two processes share count half for each; only Linux tells
        return getattr(used, "pss", used.rss)
    except psutil.Error:
        return 0.0  # it ended between the listing and the look


def numbers(cell: NotebookNode, pattern: str) -> list[float]:
    """What the group of a pattern holds, wherever it matches in a cell's text."""
    return [float(found.replace(",", "")) for found in re.findall(pattern, text_of(cell))]
