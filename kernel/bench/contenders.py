"""The kernels that are measured: Jotter on each JDK that counts, and its peers, each as a command and as it is spoken to."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jotter_kernel import distribution, jdk, kernelspec
from jotter_kernel.errors import Problem


@dataclass(frozen=True)
class Tongue:
    """The same things said in a kernel's language."""

    lines: str
    variable: str
    completed: str
    inspected: str

    def completion(self) -> dict[str, Any]:
        return {"code": self.completed, "cursor_pos": len(self.completed)}

    def inspection(self) -> dict[str, Any]:
        return {"code": self.inspected, "cursor_pos": self.inspected.index(".") + 3, "detail_level": 0}


JAVA = Tongue(
    lines='for (int i = 0; i < {count}; i++) System.out.println("line " + i);',
    variable='String greeting = "Hello";',
    completed="greeting.le",
    inspected="greeting.length()",
)
PYTHON = Tongue(
    lines='for i in range({count}): print("line", i)',
    variable='greeting = "Hello"',
    completed="greeting.li",
    inspected="greeting.ljust",
)


@dataclass(frozen=True)
class Contender:
    """One of them. Jotter's keys are `jotter` on the newest JDK here and `jotter17` on the oldest supported."""

    key: str
    title: str
    argv: tuple[str, ...]
    tongue: Tongue
    jdk: jdk.Jdk | None = None
    environment: dict[str, str] = field(default_factory=dict)
    # where Jupyter finds its kernelspec
    jupyter: Path | None = None

    def command(self, connection_file: str) -> list[str]:
        return [word.replace("{connection_file}", connection_file) for word in self.argv]

    @property
    def is_ours(self) -> bool:
        return self.key.startswith("jotter")


def javas() -> list[jdk.Jdk]:
    """The newest JDK here, and the oldest that Jotter supports."""
    usable = [found for found in jdk.installed() if not found.flaw]
    if not usable:
        raise Problem(f"There is no JDK to measure on. {jdk.WHAT_TO_DO}")
    newest = usable[0]
    return [newest, *[found for found in usable if found.major == jdk.OLDEST and found.major != newest.major][:1]]


def gather(peers: Path, installed: Path) -> list[Contender]:
    """All of them: Jotter installed below `installed`, the peers of the virtual environment `peers`."""
    newest, *oldest = javas()
    ours = [jotter("jotter", newest, installed), *[jotter("jotter17", found, installed) for found in oldest]]
    return [*ours, _ipykernel(peers), _jjava(peers, javas()[0])]


def jotter(key: str, found: jdk.Jdk, installed: Path) -> Contender:
    target = kernelspec.Target.of(str(installed / f"java-{found.major}"), False, False)
    folder = kernelspec.install(found, distribution.find(), target, say=print)
    return Contender(key, f"Jotter on {found.major}", _argv(folder), JAVA, found, jupyter=folder.parents[1])


def _ipykernel(peers: Path) -> Contender:
    python = peers / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    return Contender("ipykernel", "ipykernel", (str(python), *_argv(peers / "share/jupyter/kernels/python3")[1:]), PYTHON)


def _jjava(peers: Path, found: jdk.Jdk) -> Contender:
    # its launcher starts a second JVM: the first `java` of the path
    path = os.pathsep.join([str(found.java.parent), os.environ.get("PATH", "")])
    argv = (str(found.java), *_argv(peers / "share/jupyter/kernels/java")[1:])
    return Contender("jjava", f"JJava on {found.major}", argv, JAVA, found, {"PATH": path})


def _argv(folder: Path) -> tuple[str, ...]:
    argv = json.loads((folder / "kernel.json").read_text("utf-8"))["argv"]
    return tuple(word.replace("{resource_dir}", str(folder)) for word in argv)
