"""Where the kernel's jars are: in the wheel, or in the checkout that Maven built. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

VERSION = "0.1.0"


@dataclass(frozen=True)
class Distribution:
    """The jars of one build; `environment` is the file that lists what notebooks find preloaded, where there is one."""

    server: Path
    worker: Path
    api: Path
    ijava: Path
    library_folder: Path
    environment: Path | None
    checkout: Path | None

    @property
    def start(self) -> Path:
        """The jar that names the others, written where they are installed."""
        return self.server.with_name(f"jotter-{VERSION}.jar")

    def libraries(self) -> list[Path]:
        return sorted(self.library_folder.glob("*.jar"))

    def own_jars(self) -> list[Path]:
        return [self.server, self.worker, self.api, self.ijava]

    def kernel_jars(self) -> list[Path]:
        return [self.server, self.worker, self.api, *self.libraries()]

    def missing(self) -> list[Path]:
        return [jar for jar in self.own_jars() if not jar.is_file()] + ([] if self.libraries() else [self.library_folder])

    def environment_jars(self) -> list[Path]:
        if self.environment is None or not self.environment.is_file():
            return []
        return [Path(line) for line in self.environment.read_text("utf-8").splitlines() if line.strip()]


def in_checkout(root: Path) -> Distribution:
    return Distribution(
        server=root / "kernel" / "server" / "target" / f"jotter-server-{VERSION}.jar",
        worker=root / "kernel" / "worker" / "target" / f"jotter-worker-{VERSION}.jar",
        api=root / "kernel" / "api" / "target" / f"jotter-api-{VERSION}.jar",
        ijava=root / "kernel" / "ijava" / "target" / f"jotter-ijava-{VERSION}.jar",
        library_folder=root / "kernel" / "server" / "target" / "lib",
        environment=root / "environment" / "target" / "environment.classpath",
        checkout=root,
    )


def find(package: Path = Path(__file__).resolve().parent) -> Distribution:
    """The jars that belong to this package: those in the wheel, else those of the checkout around it."""
    jars = package / "jars"
    if jars.is_dir():
        return Distribution(
            server=jars / f"jotter-server-{VERSION}.jar",
            worker=jars / f"jotter-worker-{VERSION}.jar",
            api=jars / f"jotter-api-{VERSION}.jar",
            ijava=jars / f"jotter-ijava-{VERSION}.jar",
            library_folder=jars / "lib",
            environment=None,
            checkout=None,
        )
    return in_checkout(package.parents[3])
