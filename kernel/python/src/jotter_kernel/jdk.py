"""Finds the JDK that is to run the kernel. Standard library only: it works before anything is installed."""

from __future__ import annotations

import glob
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .errors import Problem

OLDEST = 17
RECOMMENDED = 25
WHAT_TO_DO = (
    f"Install a JDK {OLDEST} or newer ({RECOMMENDED} is recommended): from https://adoptium.net, with `apt install openjdk-{OLDEST}-jdk`, `brew install openjdk` "
    "or `winget install EclipseAdoptium.Temurin.25.JDK`; or name one with --java-home or JOTTER_JAVA_HOME."
)
PROBE_SECONDS = 30
_EXE = ".exe" if os.name == "nt" else ""

# Where installers put their JDKs; `~` is the user's home.
WELL_KNOWN = {
    "linux": [
        "/usr/lib/jvm/*",
        "/usr/lib64/jvm/*",
        "/usr/java/*",
        "/opt/java/*",
        "/opt/*jdk*",
        "/home/linuxbrew/.linuxbrew/opt/openjdk*",
        "~/.sdkman/candidates/java/*",
        "~/.jdks/*",
        "~/.local/share/mise/installs/java/*",
    ],
    "darwin": [
        "/Library/Java/JavaVirtualMachines/*/Contents/Home",
        "~/Library/Java/JavaVirtualMachines/*/Contents/Home",
        "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
        "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
        "~/.sdkman/candidates/java/*",
    ],
    "win32": [
        r"{ProgramFiles}\Eclipse Adoptium\*",
        r"{ProgramFiles}\Java\*",
        r"{ProgramFiles}\Microsoft\jdk*",
        r"{ProgramFiles}\Zulu\*",
        r"{ProgramFiles}\Amazon Corretto\*",
        r"{ProgramFiles}\BellSoft\*",
        r"{LOCALAPPDATA}\Programs\Eclipse Adoptium\*",
        r"~\.jdks\*",
        r"~\scoop\apps\*jdk*\current",
    ],
}


@dataclass(frozen=True)
class Jdk:
    """A Java installation that answered. `source` says where it was found."""

    home: Path
    version: str
    vendor: str
    modules: frozenset[str]
    source: str

    @property
    def major(self) -> int:
        return int(self.numbers[1] if self.numbers[0] == 1 and len(self.numbers) > 1 else self.numbers[0])

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(int(number) for number in re.findall(r"\d+", self.version.split("+")[0])) or (0,)

    @property
    def java(self) -> Path:
        return self.home / "bin" / f"java{_EXE}"

    @property
    def can_build(self) -> bool:
        """Whether Maven's wrapper takes it: it asks for a `javac` beside the `java`."""
        return (self.home / "bin" / f"javac{_EXE}").exists()

    @property
    def flaw(self) -> str | None:
        """Why the kernel cannot run on it, or None."""
        if self.major < OLDEST:
            return f"Java {self.version} at {self.home} is too old: the kernel needs {OLDEST} or newer."
        if "jdk.jshell" not in self.modules:
            return f"Java {self.version} at {self.home} is a runtime without the compiler (it lacks the module jdk.jshell): the kernel needs a whole JDK."
        return None

    def __str__(self) -> str:
        return f"JDK {self.version} ({self.vendor}) at {self.home}"


def probe(java: Path, source: str) -> Jdk:
    """Asks a `java` executable who it is.

    Raises Problem when it does not answer.
    """
    shown = _ask(java, "-XshowSettings:properties", "-version")
    properties = dict(re.findall(r"^\s+(java\.[a-z.]+) = (.*?)\s*$", shown, re.MULTILINE))
    if "java.version" not in properties or "java.home" not in properties:
        raise Problem(f"{java} does not answer as a Java does. {WHAT_TO_DO}")
    home = Path(properties["java.home"])
    if home.name == "jre" and (home.parent / "bin" / java.name).exists():
        home = home.parent  # the JDK 8 keeps its runtime in a folder of its own
    modules: frozenset[str] = frozenset()
    if not properties["java.version"].startswith("1."):
        modules = frozenset(line.split("@")[0].strip() for line in _ask(java, "--list-modules").splitlines())
    return Jdk(home, properties["java.version"], properties.get("java.vendor", "unknown"), modules, source)


def _ask(java: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")}
    try:
        answer = subprocess.run(
            [str(java), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PROBE_SECONDS,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
        )
    except FileNotFoundError:
        raise Problem(f"There is no {java}. {WHAT_TO_DO}") from None
    except (OSError, subprocess.TimeoutExpired) as failure:
        raise Problem(f"{java} could not be started ({failure}). {WHAT_TO_DO}") from None
    return answer.stdout


def _java_in(home: str | os.PathLike[str]) -> Path:
    return Path(home).expanduser() / "bin" / f"java{_EXE}"


def places(environ: Mapping[str, str] = os.environ, patterns: Iterable[str] | None = None) -> Iterator[tuple[Path, str]]:
    """The `java` executables on PATH and in the well-known places, each with where it was seen."""
    for folder in environ.get("PATH", "").split(os.pathsep):
        java = Path(folder) / f"java{_EXE}"
        if folder and java.is_file():
            yield java, "PATH"
    for pattern in WELL_KNOWN.get(sys.platform, WELL_KNOWN["linux"]) if patterns is None else patterns:
        names = {"ProgramFiles": environ.get("ProgramFiles", r"C:\Program Files"), "LOCALAPPDATA": environ.get("LOCALAPPDATA", r"C:")}
        for home in sorted(glob.glob(os.path.expanduser(pattern.format(**names)))):
            if _java_in(home).is_file():
                yield _java_in(home), str(Path(home).parent)


def installed(environ: Mapping[str, str] = os.environ, patterns: Iterable[str] | None = None) -> list[Jdk]:
    """Every Java of the machine that answers, the newest first, fit for the kernel or not."""
    found: dict[Path, Jdk] = {}
    asked: set[Path] = set()
    named = [(_java_in(environ[name]), name) for name in ("JOTTER_JAVA_HOME", "JAVA_HOME") if environ.get(name)]
    for java, source in [*named, *places(environ, patterns)]:
        real = java.resolve()
        if real in asked:
            continue
        asked.add(real)
        try:
            jdk = probe(java, source)
        except Problem:
            continue  # a broken leftover on PATH hinders nobody; a Java that was named is asked again in choose()
        found.setdefault(jdk.home.resolve(), jdk)
    return sorted(found.values(), key=lambda jdk: jdk.numbers, reverse=True)


def choose(java_home: str | None = None, environ: Mapping[str, str] = os.environ, patterns: Iterable[str] | None = None) -> Jdk:
    """The JDK for the kernel: `java_home`, JOTTER_JAVA_HOME, JAVA_HOME, else the newest there is.

    Raises Problem when the one that was named does not do, or none is found. A JAVA_HOME that does not do is passed over: it is often set for something else.
    """
    for home, name in ((java_home, "--java-home"), (environ.get("JOTTER_JAVA_HOME"), "JOTTER_JAVA_HOME")):
        if home:
            jdk = probe(_java_in(home), name)
            if jdk.flaw:
                raise Problem(f"{jdk.flaw} It was named by {name}. {WHAT_TO_DO}")
            return jdk
    if environ.get("JAVA_HOME"):
        try:
            jdk = probe(_java_in(environ["JAVA_HOME"]), "JAVA_HOME")
        except Problem:
            pass
        else:
            if not jdk.flaw:
                return jdk
    seen = installed(environ, patterns)
    for jdk in seen:
        if not jdk.flaw:
            return jdk
    if seen:
        raise Problem(f"{' '.join(str(jdk.flaw) for jdk in seen)} {WHAT_TO_DO}")
    raise Problem(f"There is no Java on this machine (looked at JAVA_HOME, PATH and where installers put it). {WHAT_TO_DO}")
