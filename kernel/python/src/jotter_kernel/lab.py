"""Opens JupyterLab on a folder and prints its address once, plainly."""

from __future__ import annotations

import collections
import importlib.util
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from .errors import Problem

_ADDRESS = re.compile(r"https?://\S+/lab\S*")
_DEFAULTS = Path(__file__).parent / "lab_defaults"
_ROUTINE = re.compile(r"^\[I ")


def lab(folder: Path, arguments: Sequence[str] = (), first: str | None = None, say: Callable[[str], None] = print) -> int:
    """Runs JupyterLab until it is ended with Ctrl-C; `arguments` go to JupyterLab as they are.

    The file `first` of the folder, where it is there, is open when the page comes up.

    Raises Problem when JupyterLab is not installed.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise Problem(f"JupyterLab is not installed for {sys.executable}. `pip install jupyterlab` does.")
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder}", "--ServerApp.answer_yes=True"]
    if os.name == "posix" and os.geteuid() == 0:
        command.append("--allow-root")  # whoever works as root has chosen to; the server listens on this machine only
    if first and (folder / first).is_file():
        command.append(f"--LabApp.default_url=/lab/tree/{quote(first)}")
    process = subprocess.Popen([*command, *arguments], env=_with_defaults(os.environ), stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace")
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches JupyterLab, which ends the kernels first
    terminate = signal.signal(signal.SIGTERM, lambda number, frame: process.terminate())
    try:
        return _follow(process, say)
    finally:
        signal.signal(signal.SIGINT, before)
        signal.signal(signal.SIGTERM, terminate)


def _with_defaults(environment: Mapping[str, str]) -> dict[str, str]:
    """With settings that hold unless the reader has chosen otherwise: the state of widgets is saved with the notebook."""
    named = environment.get("JUPYTER_CONFIG_PATH")
    return {**environment, "JUPYTER_CONFIG_PATH": os.pathsep.join([named, str(_DEFAULTS)] if named else [str(_DEFAULTS)])}


def _follow(process: subprocess.Popen[str], say: Callable[[str], None]) -> int:
    assert process.stderr is not None
    last: collections.deque[str] = collections.deque(maxlen=20)
    address = None
    for line in process.stderr:
        line = line.rstrip("\n")
        last.append(line)
        found = _ADDRESS.search(line)
        if found and address is None:
            address = found.group()
            say(f"\n    JupyterLab: {address}\n    Ctrl-C ends it.\n")
        elif address and not _ROUTINE.match(line) and not found and _worth_telling(line):
            say(line)
    code = process.wait()
    if address is None:
        say("\n".join(last))
    return code


def _worth_telling(line: str) -> bool:
    return bool(re.match(r"^\[[WEC] ", line))
