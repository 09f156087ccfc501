"""Progress: one line that moves on a terminal, a few plain ones in a log."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TextIO

LOG_EVERY_SECONDS = 15.0


class Progress:
    """The progress of one step. `at` moves the line, `done` settles it with the time it took."""

    def __init__(self, title: str, out: TextIO | None = None) -> None:
        self.out = out or sys.stdout
        self.title = title
        self.started = self.told = time.monotonic()
        self._wide = 0
        if not self.out.isatty():
            self.say(f"{title} …")

    def at(self, what: str) -> None:
        now = time.monotonic()
        if self.out.isatty():
            columns = shutil.get_terminal_size().columns
            text = f"{self.title}: {what}"[: columns - 1]
            self.out.write("\r" + text.ljust(self._wide))
            self._wide = len(text)
            self.out.flush()
        elif now - self.told >= LOG_EVERY_SECONDS:
            self.told = now
            self.say(f"{self.title}: {what}")

    def say(self, line: str) -> None:
        """A line that stays."""
        self._wipe()
        self.out.write(line + "\n")
        self.out.flush()

    def done(self, what: str = "done") -> None:
        self.say(f"{self.title}: {what} ({time.monotonic() - self.started:.0f} s)")

    def _wipe(self) -> None:
        if self._wide:
            self.out.write("\r" + " " * self._wide + "\r")
            self._wide = 0
