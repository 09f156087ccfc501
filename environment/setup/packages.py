"""A virtual environment of a checkout's, .jotter/venv above all, with exactly what the lock files name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from jotter_kernel.errors import Problem
from stamp import Stamp, digest
from terminal import Progress


class Packages:
    def __init__(self, root: Path, state: Path) -> None:
        self.root = root
        self.folder = state / "venv"
        self.stamps = state / "stamps"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def ready(self, *, tests: bool = False) -> None:
        """Makes the environment, or brings it to the lock files; does nothing where that is done.

        Raises Problem when a package cannot be had.
        """
        self._stand()
        self._install(self.root / "environment" / "requirements.lock", "Python packages")
        self._install_ours()
        if tests:
            self._install(self.root / "environment" / "requirements-test.lock", "Python packages for the tests")

    def ready_with(self, lock: Path, title: str) -> None:
        """The same for an environment that holds what one lock file names and nothing of ours."""
        self._stand()
        self._install(lock, title)

    def _stand(self) -> None:
        made = Stamp(self.stamps / "venv")
        # moved, or its Python gone: a virtual environment does not survive either
        place = f"{self.folder} {sys.version} {sys.base_prefix}"
        if not (made.matches(place) and self.python.exists()):
            made.clear()
            for stamp in ("requirements", "requirements-test", "kernel"):
                Stamp(self.stamps / stamp).clear()
            self._make()
            made.set(place)

    def _make(self) -> None:
        try:
            import ensurepip  # noqa: F401
            import venv  # noqa: F401
        except ImportError:
            raise Problem(f"{sys.executable} cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv") from None
        answer = subprocess.run([sys.executable, "-m", "venv", "--clear", str(self.folder)], capture_output=True, text=True)
        if answer.returncode:
            raise Problem(f"No virtual environment could be made in {self.folder}:\n{answer.stdout}{answer.stderr}")

    def _install(self, lock: Path, title: str) -> None:
        stamp = Stamp(self.stamps / lock.stem)
        value = digest(self.root, [lock])
        if stamp.matches(value):
            return
        total = sum(1 for line in lock.read_text("utf-8").splitlines() if line and not line.startswith("#"))
        # the lock is complete: nothing is left to resolve
        self._pip(["install", "--no-deps", "-r", str(lock)], Progress(title), total)
        stamp.set(value)

    def _install_ours(self) -> None:
        package = self.root / "kernel" / "python"
        stamp = Stamp(self.stamps / "kernel")
        value = digest(self.root, [package / "pyproject.toml", package / "hatch_build.py"])
        if not stamp.matches(value):
            self._pip(["install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(package)], Progress("The command jotter"), 1)
            stamp.set(value)

    def _pip(self, arguments: list[str], progress: Progress, total: int) -> None:
        command = [str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments, "--progress-bar", "off"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", env=clean_environment())
        assert process.stdout is not None
        said: list[str] = []
        seen = 0
        for line in process.stdout:
            said.append(line)
            collecting = re.match(r"Collecting (\S+)", line)
            downloading = re.match(r"\s+(?:Downloading|Using cached) (\S+?)(?:-py\S*|-cp\S*)?(?:\.whl|\.tar\.gz)?(?:\.metadata)? \((.+?)\)", line)
            if collecting:
                seen += 1
                progress.at(f"{seen} of {total}, {collecting.group(1)}")
            elif downloading:
                progress.at(f"{seen} of {total}, {Path(downloading.group(1)).name} ({downloading.group(2)})")
            elif line.startswith("Installing collected packages"):
                progress.at(f"unpacking {line.count(',') + 1}")
        if process.wait():
            raise Problem(f"pip could not install the packages; the first time needs a network. It said:\n{''.join(said[-15:])}")
        progress.done()


def clean_environment() -> dict[str, str]:
    """The user's environment without what would lead the Python of .jotter/venv astray."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")}
