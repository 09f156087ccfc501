"""The jar that the kernel is started by: a manifest that names the others. Standard library only.

Only a manifest opens a package of the JDK's without a price: the option for it takes the JVM's own archive of modules away, which costs every start.
"""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from urllib.parse import quote, unquote

MAIN_CLASS = "io.jotter.server.app.Main"
MANIFEST = "META-INF/MANIFEST.MF"
# JShell keeps what the compiler said of every snippet, and by it half a megabyte of the compiler's; the kernel lets go of that
OPENED = "jdk.jshell/jdk.jshell"
LONGEST_LINE = 72
SAME_TIME_FOR_SAME_BYTES = (1980, 1, 1, 0, 0, 0)


def write(place: Path, jars: list[Path]) -> None:
    """Writes the jar, unless one of the same content is there; the others must lie in its folder or below."""
    class_path = " ".join(quote(jar.relative_to(place.parent).as_posix()) for jar in jars)
    manifest = "".join(map(_folded, ("Manifest-Version: 1.0", f"Main-Class: {MAIN_CLASS}", f"Class-Path: {class_path}", f"Add-Opens: {OPENED}")))
    if place.is_file() and _manifest(place) == manifest:
        return
    # a new file under the old name: a kernel that starts reads the old one whole
    fresh = place.with_name(f"{place.name}.{os.getpid()}")
    with zipfile.ZipFile(fresh, "w") as jar:
        jar.writestr(zipfile.ZipInfo(MANIFEST, SAME_TIME_FOR_SAME_BYTES), manifest)
    os.replace(fresh, place)


def class_path(place: Path) -> list[Path]:
    """The jars that it names."""
    lines = _manifest(place).replace("\n ", "").splitlines()
    names = next(line for line in lines if line.startswith("Class-Path: ")).split(" ")[1:]
    return [place.parent / unquote(name) for name in names]


def _manifest(place: Path) -> str:
    with zipfile.ZipFile(place) as jar:
        return jar.read(MANIFEST).decode("ascii")


def _folded(line: str) -> str:
    """A manifest's lines have an end; what is longer goes on in the next one, after a blank."""
    first, rest = line[:LONGEST_LINE], line[LONGEST_LINE:]
    step = LONGEST_LINE - 1
    return "\n ".join([first, *(rest[at : at + step] for at in range(0, len(rest), step))]) + "\n"
