"""Writes down which packages the environment's jars have, so that a kernel need not open them all before its first cell."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

EXTENSIONS = "META-INF/services/io.jotter.api.Extension"


def write(jars: Iterable[Path], file: Path) -> None:
    """A line a jar: its path, its size in bytes, its time of change in milliseconds, its packages; parted by tabs.

    A jar whose manifest names further ones, or that cannot be read, is left to the kernel.
    """
    lines = []
    for jar in jars:
        found = packages(jar)
        if found:
            now = jar.stat()
            lines.append("\t".join([str(jar), str(now.st_size), str(now.st_mtime_ns // 1_000_000), " ".join(sorted(found))]) + "\n")
    file.write_text("".join(lines), "utf-8")


def packages(jar: Path) -> set[str]:
    """The packages that have classes; empty where that is not for the jar alone to say."""
    try:
        with zipfile.ZipFile(jar) as content:
            names = content.namelist()
            if "META-INF/MANIFEST.MF" in names and re.search(rb"^Class-Path:", content.read("META-INF/MANIFEST.MF"), re.MULTILINE):
                return set()
    except (OSError, zipfile.BadZipFile):
        return set()
    plain = (re.sub(r"^META-INF/versions/\d+/", "", name) for name in names if name.endswith(".class"))
    found = {name.rpartition("/")[0].replace("/", ".") for name in plain if "/" in name}
    # the kernel looks for extensions where it looks for packages
    return found | {EXTENSIONS.replace("/", ".")} if EXTENSIONS in names else found
