"""JShell by itself, in one JVM with the flags of Jotter's kernel process: what no kernel over it can be quicker than."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from pathlib import Path

from contenders import Contender
from jotter_kernel import distribution, launch
from jotter_kernel.errors import Problem

SOURCE = Path(__file__).with_name("BareJShell.java")


class BareJShell:
    """A process that runs the snippets it is given, one after the other. To be used with `with`."""

    def __init__(self, contender: Contender, *, with_imports: bool) -> None:
        assert contender.jdk is not None
        jars = distribution.find()
        given = []
        if with_imports:
            given = [os.pathsep.join(map(str, [jars.api, *jars.environment_jars()])), _imports(jars)]
        self._process = subprocess.Popen(
            [str(contender.jdk.java), *launch.FAST_START, str(SOURCE), *given],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> BareJShell:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def run(self, code: str) -> float:
        """Seconds by the program's own clock, its pipe left out."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(code + "\n")
        self._process.stdin.flush()
        said = self._process.stdout.readline()
        if not said.strip().isdigit():
            raise Problem(f"BareJShell.java answered `{code}` with {said!r} instead of a time. Run it by hand: java {SOURCE.name}")
        return int(said) / 1e9


def _imports(jars: distribution.Distribution) -> str:
    """Those of the environment, with the packages of the JDK that the kernel imports besides."""
    own = re.findall(r'"(import [^"]+)"', (Path(jars.checkout or "") / "kernel/server/src/main/java/io/jotter/server/engine/Imports.java").read_text("utf-8"))
    environment = next(jar for jar in jars.environment_jars() if jar.name.startswith("jotter-environment"))
    with zipfile.ZipFile(environment) as jar:
        lines = jar.read("META-INF/jotter/imports.jsh").decode("utf-8").splitlines()
    return " ".join([*own, *[line for line in lines if line.startswith("import ")]])
