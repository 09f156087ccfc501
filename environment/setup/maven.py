"""Runs Maven, with a tidy account of what it downloads and builds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from jotter_kernel.errors import Problem
from jotter_kernel.jdk import Jdk
from jotter_kernel.launch import moved_home
from terminal import Progress

OLDEST = (3, 6, 3)
LARGE_MB = 10.0
_UNITS = {"B": 1e-6, "KB": 1e-3, "MB": 1.0, "GB": 1e3}


class Account:
    """Reads Maven's own words and keeps what a person wants to know: the module, the file, how much of how much."""

    def __init__(self, progress: Progress, lines: Callable[[str], bool] = lambda line: False) -> None:
        self.progress = progress
        self.passes = lines
        self.module = "starting"
        self.megabytes = 0.0
        self.last: list[str] = []
        self._large: set[str] = set()

    def read(self, piece: str) -> None:
        """One piece of output, without the line end or carriage return behind it."""
        piece = piece.rstrip()
        moving = re.match(r"Progress \(\d+\): (.*)", piece)
        if moving:
            self._transfer(moving.group(1))
            return
        if not piece or re.match(r"(\[INFO\] )?Downloading from ", piece):
            return
        done = re.match(r"(?:\[INFO\] )?Downloaded from \S+: (\S+) \(([\d.]+) ([kKMG]?B)", piece)
        if done:
            self._downloaded(done.group(1).rsplit("/", 1)[-1], float(done.group(2)) * _UNITS[done.group(3).upper()])
            return
        module = re.match(r"\[INFO\] Building (.+?) \S+\s+\[(\d+)/(\d+)\]", piece)
        if module:
            self.module = f"[{module.group(2)}/{module.group(3)}] {module.group(1)}"
            self.progress.at(self._state())
        self.last = [*self.last[-199:], piece]
        if self.passes(piece):
            self.progress.say(piece)

    def _transfer(self, files: str) -> None:
        # "a.jar (31/87 MB)", several parted by " | "; the largest is the one to wait for
        sizes = re.findall(r"(\S+) \(([\d.]+)(?: ?([kKMG]?B))?/([\d.]+) ([kKMG]?B)\)", files)
        if sizes:
            name, have, _, total, unit = max(sizes, key=lambda size: float(size[3]) * _UNITS[size[4].upper()])
            if float(total) * _UNITS[unit.upper()] >= LARGE_MB and name not in self._large and not self.progress.out.isatty():
                self._large.add(name)
                self.progress.say(f"    {name}: {total} {unit} to download")
            self.progress.at(f"{self._state()}, {name} {have} of {total} {unit}")

    def _downloaded(self, name: str, megabytes: float) -> None:
        self.megabytes += megabytes
        self.progress.at(f"{self._state()}, {name}")

    def _state(self) -> str:
        return self.module + (f", {self.megabytes:.0f} MB so far" if self.megabytes >= 1 else "")


def pieces(stream: Iterator[bytes]) -> Iterator[str]:
    """Splits output at line ends and at carriage returns, as soon as they come."""
    rest = b""
    for chunk in stream:
        *whole, rest = re.split(rb"[\r\n]", rest + chunk)
        for piece in whole:
            yield piece.decode("utf-8", "replace")
    if rest:
        yield rest.decode("utf-8", "replace")


class Maven:
    """The Maven of the machine where it is new enough, else the wrapper's."""

    def __init__(self, root: Path, jdk: Jdk) -> None:
        self.root = root
        self.jdk = jdk

    def run(self, goals: list[str], title: str, passes: Callable[[str], bool] = lambda line: False, can_fail: bool = False) -> int:
        """Runs goals; lines for which `passes` holds stay on the screen.

        Raises Problem with Maven's last words when it fails, unless a failure is an answer too (`can_fail`).
        """
        progress = Progress(title)
        account = Account(progress, passes)
        process = subprocess.Popen(
            # what is read here, and what a test said in a log, has no colours even where settings of the user's force them
            [*self._command(), "-Dstyle.color=never", *self._places(), *goals],
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environment(),
            bufsize=0,
        )
        assert process.stdout is not None
        output = process.stdout
        for piece in pieces(iter(lambda: output.read(65536), b"")):
            account.read(piece)
        code = process.wait()
        if code and not can_fail:
            errors = [line for line in account.last if line.startswith("[ERROR]")] or account.last[-30:]
            raise Problem(f"{title} failed. The first time needs a network. Maven said:\n" + "\n".join(errors[:40]))
        progress.done("failed" if code else "done")
        return code

    def environment(self) -> dict[str, str]:
        return {**os.environ, "JAVA_HOME": str(self.jdk.home), "MAVEN_ARGS": ""}

    def _places(self) -> list[str]:
        """Repository and settings follow HOME, which Java by itself does not look at. (Not by MAVEN_OPTS: it breaks at blanks.)"""
        places = []
        for home in map(Path, moved_home()):
            places.append(f"-Dmaven.repo.local={home / '.m2' / 'repository'}")
            if (home / ".m2" / "settings.xml").is_file():
                places += ["--settings", str(home / ".m2" / "settings.xml")]
        return places

    def _command(self) -> list[str]:
        on_path = shutil.which("mvn")
        if on_path and self._version(on_path) >= OLDEST:
            return [on_path]
        return [str(self.root / "mvnw.cmd")] if os.name == "nt" else ["sh", str(self.root / "mvnw")]

    def _version(self, command: str) -> tuple[int, ...]:
        answer = subprocess.run([command, "--version"], capture_output=True, text=True, env=self.environment(), stdin=subprocess.DEVNULL)
        found = re.search(r"Apache Maven (\d+)\.(\d+)\.(\d+)", answer.stdout)
        return tuple(map(int, found.groups())) if found else (0,)
