"""The kernels that are compared: how each is started, and the language in which it is spoken to."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from contenders import javas, jotter
from jotter_kernel.errors import Problem

RAPAIO = "io.github.padreati:rapaio-jupyter-kernel:3.0.1"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
MAVEN_SECONDS = 300


@dataclass(frozen=True)
class Rival:
    """A kernel; `absent` says why it could not be had, and then it has no command."""

    key: str
    title: str
    language: str
    argv: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
    absent: str = ""


def gather(root: Path, peers: Path) -> list[Rival]:
    """ipykernel first, whom all know; Jotter last."""
    java = javas()[0]
    path = os.pathsep.join([str(java.java.parent), str(peers / "bin"), os.environ.get("PATH", "")])
    on_java = {"PATH": path, "JAVA_HOME": str(java.home), "KOTLIN_JUPYTER_JAVA_HOME": str(java.home)}
    kernels = peers / "share" / "jupyter" / "kernels"
    return [
        _tried("ipykernel", f"ipykernel {_version(peers, 'ipykernel')}", "python", lambda: _spec(kernels / "python3", {"PATH": path})),
        _tried("kotlin", f"Kotlin kernel {_version(peers, 'kotlin_jupyter_kernel')}", "kotlin", lambda: _spec(kernels / "kotlin", on_java)),
        _tried("jjava", f"JJava {_version(peers, 'jjava')}", "java", lambda: _spec(kernels / "java", on_java)),
        _tried("rapaio", f"rapaio {RAPAIO.rpartition(':')[2]}", "java", lambda: ((str(java.java), "-jar", str(_rapaio(root, peers)), "{connection_file}"), on_java)),
        Rival("ijava", "IJava", "java", absent="It is a zip of GitHub's releases, in no registry of packages: it is not fetched here."),
        _tried("jotter", "Jotter", "java", lambda: (jotter("jotter", java, root / ".jotter" / "compare").argv, {})),
    ]


def _tried(key: str, title: str, language: str, find: Callable[[], tuple[tuple[str, ...], dict[str, str]]]) -> Rival:
    try:
        argv, environment = find()
    except (OSError, Problem) as failure:
        return Rival(key, title, language, absent=str(failure).splitlines()[0])
    return Rival(key, title, language, argv, environment)


def _spec(folder: Path, environment: dict[str, str]) -> tuple[tuple[str, ...], dict[str, str]]:
    argv = json.loads((folder / "kernel.json").read_text("utf-8"))["argv"]
    words = [word.replace("{resource_dir}", str(folder)) for word in argv]
    return (shutil.which(words[0], path=environment["PATH"]) or words[0], *words[1:]), environment


def _version(peers: Path, package: str) -> str:
    found = next(iter(sorted(peers.glob(f"lib/python3*/site-packages/{package}-*.dist-info"))), None)
    return found.name.removesuffix(".dist-info").split("-")[1] if found else ""


def _rapaio(root: Path, peers: Path) -> Path:
    _, name, version = RAPAIO.split(":")
    jar = peers / f"{name}-{version}.jar"
    if not jar.is_file():
        command = [str(root / "mvnw"), "-q", "-B", COPY, f"-Dartifact={RAPAIO}", f"-DoutputDirectory={peers}"]
        said = subprocess.run(command, cwd=peers, capture_output=True, text=True, timeout=MAVEN_SECONDS)
        if not jar.is_file():
            raise Problem(f"Maven Central gave no {RAPAIO}: {said.stdout.strip()[:200] or 'no reason'}")
    return jar
