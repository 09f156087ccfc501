"""Knows whether a step is done already: by the content of what went into it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path


def digest(root: Path, files: Iterable[Path], *further: str) -> str:
    """One hash over names and contents, and over what else counts."""
    whole = hashlib.sha256()
    for file in sorted(set(files)):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        whole.update(f"{file.relative_to(root).as_posix()} {content}\n".encode())
    for fact in further:
        whole.update(f"{fact}\n".encode())
    return whole.hexdigest()


def below(folder: Path, *, leaving_out: Iterable[str] = ("target", "__pycache__")) -> list[Path]:
    """Every file below a folder but those in folders of these names."""
    found: list[Path] = []
    skip = set(leaving_out)
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in skip]
        found += [Path(here, name) for name in names if not name.endswith(".pyc")]
    return found


class Stamp:
    """A file that says with which input a step was done last."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def matches(self, value: str) -> bool:
        return self.file.is_file() and self.file.read_text("utf-8") == value

    def set(self, value: str) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(value, "utf-8")

    def clear(self) -> None:
        self.file.unlink(missing_ok=True)
