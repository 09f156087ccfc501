"""The command line that starts the kernel's process."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from .distribution import Distribution
from .jdk import Jdk

# The kernel's process compiles snippets and waits: the quick compiler and the small collector start fastest. It runs no code of the user's.
FAST_START = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
# Without these the young generation is a share of the machine's memory, and the kernel has touched all of it before the first collection: 90 MB on 24 GB.
SMALL_YOUNG_GENERATION = ["-Xms64m", "-Xmn32m"]
# Archives of classes are mapped where they were written for: moved elsewhere, as newer JDKs do, each process changes most of their pages, which costs 12 ms
# and keeps 14 MB from being shared between kernels. It was the default up to 18.
IN_PLACE = ["-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"]
# The cache also knows what was compiled in the training run; to compile all that ahead of need takes the processor from what is needed, 100 ms of it.
COMPILE_AS_NEEDED = ["-XX:-AOTReplayTraining"]
# A cache that does not fit is passed over without a word.
NO_WORD_ABOUT_CACHES = ["-Xlog:disable", "-Xlog:all=error:stderr", "-Xlog:cds=off", "-Xlog:cds+dynamic=off"]
FIRST_WITH_AOT_CACHE = 25


@dataclass(frozen=True)
class Launch:
    """How the kernel of one installation starts on one JDK."""

    jdk: Jdk
    jars: Distribution
    cache: Path

    @property
    def worker_cache(self) -> Path:
        """The worker's cache: an archive of classes on every JDK, for beside the debug agent no other is taken."""
        return self.cache.with_name(f"{self.cache.stem}-worker.jsa")

    def command(self, connection_file: str = "{connection_file}") -> list[str]:
        """The start that reads the caches, where there are some that fit."""
        flags = [self._flag("AOTCache", "SharedArchiveFile", self.cache), *self._quiet(), f"-Djotter.worker.cache={self.worker_cache}"]
        return self._command(flags, connection_file)

    def recording_command(self, cache: Path, worker_classes: Path, connection_file: str) -> list[str]:
        """The start that writes a cache when the kernel ends, and a list of the classes that its worker loads."""
        flags = [self._flag("AOTCacheOutput", "ArchiveClassesAtExit", cache), f"-Djotter.worker.classes={worker_classes}"]
        return self._command(flags, connection_file)

    def worker_cache_command(self, classes: Path, cache: Path) -> list[str]:
        """Makes the worker's cache from the list of its classes."""
        return [str(self.jdk.java), "-Xshare:dump", f"-XX:SharedClassListFile={classes}", f"-XX:SharedArchiveFile={cache}", "-cp", str(self.jars.worker)]

    def _flag(self, on_new: str, on_old: str, cache: Path) -> str:
        return f"-XX:{on_new if self.jdk.major >= FIRST_WITH_AOT_CACHE else on_old}={cache}"

    def _quiet(self) -> list[str]:
        # the log tags of the AOT cache are unknown to older JVMs, which would say so
        return [*NO_WORD_ABOUT_CACHES, *(["-Xlog:aot=off"] if self.jdk.major >= FIRST_WITH_AOT_CACHE else [])]

    def _command(self, cache_flags: list[str], connection_file: str) -> list[str]:
        # with an AOT cache the JVM refuses to start beside -Xshare
        share = [] if self.jdk.major >= FIRST_WITH_AOT_CACHE else ["-Xshare:auto"]
        # 17 takes its charset from the locale; in containers that is often C
        encoding = ["-Dfile.encoding=UTF-8"] if self.jdk.major < 18 else []
        environment = [f"-Djotter.environment={self.jars.environment}"] if self.jars.environment else []
        return [
            str(self.jdk.java),
            *FAST_START,
            *SMALL_YOUNG_GENERATION,
            *IN_PLACE,
            *(COMPILE_AS_NEEDED if self.jdk.major >= FIRST_WITH_AOT_CACHE else []),
            *share,
            *cache_flags,
            *encoding,
            f"-Djotter.worker={self.jars.worker}",
            *environment,
            "-jar",
            str(self.jars.start),
            connection_file,
        ]


def moved_home() -> list[str]:
    """HOME in a list, where it is not the home that the user data base names; else an empty list."""
    home = os.environ.get("HOME")
    if os.name == "nt" or not home:
        return []
    import pwd

    try:
        registered = pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        return [home]  # a container's arbitrary user: Java would call its home "?"
    return [] if os.path.realpath(home) == os.path.realpath(registered) else [home]


def cache_name(jdk: Jdk) -> str:
    """A file name that differs for each JDK: the caches of one are of no use to another."""
    try:
        identity = (jdk.home / "release").read_text("utf-8", errors="replace")
    except OSError:
        identity = jdk.vendor
    digest = hashlib.sha256(f"{jdk.home.resolve()}\n{jdk.version}\n{identity}".encode()).hexdigest()[:12]
    return f"java-{jdk.version.split('+')[0]}-{digest}.{'aot' if jdk.major >= FIRST_WITH_AOT_CACHE else 'jsa'}"
