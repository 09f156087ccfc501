"""A process and all that it has started, and the memory that they need together. Linux only: it reads /proc."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

PROC = Path("/proc")


class Tree:
    """The processes below one, itself included, as they are when this is made."""

    def __init__(self, root: int) -> None:
        children: dict[int, list[int]] = {}
        for stat in PROC.glob("[0-9]*/stat"):
            try:
                text = stat.read_text("utf-8", errors="replace")
            except OSError:
                continue  # it has just ended
            # the name, in brackets, may hold blanks and brackets itself
            parent = int(text.rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(stat.parent.name))
        self.members = [root]
        for member in self.members:
            self.members += children.get(member, [])

    @staticmethod
    def can_be_read() -> bool:
        return (PROC / "self" / "smaps_rollup").is_file()

    def megabytes(self) -> float:
        """The proportional set size of all: each page counted once, divided among those that share it."""
        return sum(_pss(member) for member in self.members) / 1024

    def kill(self) -> None:
        """Ends what is left of them."""
        for member in self.members[1:]:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(member, signal.SIGKILL)


def _pss(process: int) -> int:
    for line in (PROC / str(process) / "smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
