"""What went wrong, in words for the person at the terminal: never a stack trace."""

from __future__ import annotations

import sys
from collections.abc import Callable

STOPPED = 130


class Problem(Exception):
    """Something is missing or unfit. The message says what, and what to do next."""


def told(program: Callable[[list[str]], int]) -> int:
    """Runs a program on its arguments; a problem, or Ctrl-C, is told in a line. The exit code of the process."""
    try:
        return program(sys.argv[1:])
    except Problem as problem:
        print(f"jotter: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\njotter: stopped.", file=sys.stderr)
        return STOPPED
