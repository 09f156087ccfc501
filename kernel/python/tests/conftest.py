"""Javas of a test's own: shell scripts that answer as a Java does."""

import stat
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the stand-ins for Java are shell scripts", allow_module_level=True)

WHOLE = "java.base java.compiler jdk.compiler jdk.jshell"


@pytest.fixture
def java(tmp_path):
    """Makes a folder with a `java` that answers with this version and these modules; returns its home."""

    def make(name: str, version: str, modules: str = WHOLE, javac: bool = True) -> Path:
        home = tmp_path / name
        (home / "bin").mkdir(parents=True)
        listing = "".join(f"echo {module}@{version}\n" for module in modules.split())
        if version.startswith("1."):
            listing = "echo Unrecognized option: --list-modules >&2; exit 1\n"
        _script(
            home / "bin" / "java",
            f'case "$1" in\n--list-modules)\n{listing};;\n*) cat >&2 <<END\nProperty settings:\n    java.home = {home}\n    java.vendor = Test Vendor\n'
            f"    java.version = {version}\nEND\n;;\nesac\n",
        )
        if javac:
            _script(home / "bin" / "javac", "exit 0\n")
        return home

    return make


def _script(file: Path, body: str) -> None:
    file.write_text("#!/bin/sh\n" + body, "utf-8")
    file.chmod(file.stat().st_mode | stat.S_IEXEC)
