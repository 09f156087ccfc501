"""Installs the kernel: its jars into PREFIX/share/jotter/VERSION, its kernelspec where Jupyter looks."""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from . import package_index, start_jar, startup_cache
from .distribution import VERSION, Distribution
from .errors import Problem
from .jdk import Jdk
from .launch import Launch, cache_name

LOGO = Path(__file__).resolve().parent / "logo"
NAME = "jotter"
BARE_NAME = "jotter-bare"


@dataclass(frozen=True)
class Target:
    """Where an installation goes: `share` for the jars, `prefix` for the kernelspec (None: the user's own Jupyter folder)."""

    prefix: str | None
    share: Path

    @staticmethod
    def of(prefix: str | None, user: bool, sys_prefix: bool) -> Target:
        """The place that the options name; without any: the virtual environment one is in, else the user's own."""
        if prefix:
            prefix = os.path.abspath(os.path.expanduser(prefix))
        elif sys_prefix or (not user and in_virtual_environment()):
            prefix = sys.prefix
        if prefix:
            return Target(prefix, Path(prefix) / "share" / "jotter")
        from jupyter_core.paths import jupyter_data_dir

        return Target(None, Path(jupyter_data_dir()).parent / "jotter")

    @property
    def kernels(self) -> Path:
        """Where its kernelspecs are, a folder each."""
        if self.prefix is not None:
            return Path(self.prefix) / "share" / "jupyter" / "kernels"
        from jupyter_core.paths import jupyter_data_dir

        return Path(jupyter_data_dir()) / "kernels"


def in_virtual_environment() -> bool:
    return sys.prefix != sys.base_prefix or "CONDA_PREFIX" in os.environ and Path(os.environ["CONDA_PREFIX"]) == Path(sys.prefix)


def install(
    jdk: Jdk,
    jars: Distribution,
    target: Target,
    name: str = NAME,
    say: Callable[[str], None] = lambda line: None,
    with_cache: bool = True,
    bare: bool = False,
    also_as: Sequence[str] = (),
    force: bool = False,
) -> Path:
    """Installs and returns the folder of the kernelspec; of a bare one, notebooks find nothing preloaded. The same kernelspec stands under each further name too.

    Raises Problem when the jars are not built, the folder cannot be written, or a name belongs to another kernel and `force` is not given.
    """
    for taken in [further for further in also_as if not force and _is_foreign(target.kernels / further)]:
        raise Problem(f"The kernelspec {taken} in {target.kernels / taken} is another kernel's. To have Jotter in its place, add --force; it cannot be undone.")
    missing = jars.missing()
    if missing:
        raise Problem(f"The kernel is not built: there is no {missing[0]}. In a checkout, `./jotter install` builds it.")
    try:
        copies = copy_jars(jars, target.share / VERSION)
        launch = Launch(jdk, copies, target.share / VERSION / "cache" / cache_name(jdk))
        if with_cache:
            make_cache(launch, say)
        if bare:
            launch = replace(launch, jars=replace(copies, environment=None))
        folder = write_kernelspec(launch, target, name)
        for further in also_as:
            say(f"Notebooks for {further} open with it too: {write_kernelspec(launch, target, further)}")
    except PermissionError as refusal:
        raise Problem(f"{refusal.filename} cannot be written. Install for yourself alone with --user, or into a folder of your own with --prefix.") from None
    say(f"Installed the kernelspec {name} in {folder}")
    return folder


def uninstall(target: Target, say: Callable[[str], None] = lambda line: None) -> None:
    """Takes away every kernelspec of ours in a place, under whatever name, and the jars there.

    Raises Problem when there is none, or it cannot be removed.
    """
    ours = sorted(folder for folder in target.kernels.glob("*") if _is_ours(folder))
    jars = target.share / VERSION
    if not ours and not jars.is_dir():
        raise Problem(f"There is nothing of Jotter's in {target.kernels}. Say where it is with --user, --sys-prefix or --prefix.")
    try:
        for folder in ours:
            shutil.rmtree(folder)
            say(f"Removed the kernelspec {folder.name} in {folder}")
        if jars.is_dir():
            shutil.rmtree(jars)
        if target.share.is_dir() and not any(target.share.iterdir()):
            target.share.rmdir()
    except PermissionError as refusal:
        raise Problem(f"{refusal.filename} cannot be removed: it belongs to somebody else.") from None


def _is_ours(folder: Path) -> bool:
    try:
        argv = json.loads((folder / "kernel.json").read_text("utf-8"))["argv"]
        return any(argument.startswith("-Djotter.worker=") for argument in argv)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _is_foreign(folder: Path) -> bool:
    return folder.exists() and not _is_ours(folder)


def copy_jars(jars: Distribution, folder: Path) -> Distribution:
    """Copies the jars, so that the kernelspec hangs on no build folder; what is there already stays untouched, with its time stamp."""
    (folder / "lib").mkdir(parents=True, exist_ok=True)
    for jar in jars.own_jars():
        _copy(jar, folder / jar.name)
    for jar in jars.libraries():
        _copy(jar, folder / "lib" / jar.name)
    for old in set(folder.glob("lib/*.jar")) - {folder / "lib" / jar.name for jar in jars.libraries()}:
        old.unlink()
    copies = Distribution(
        server=folder / jars.server.name,
        worker=folder / jars.worker.name,
        api=folder / jars.api.name,
        ijava=folder / jars.ijava.name,
        library_folder=folder / "lib",
        environment=_copy_environment(jars, folder),
        checkout=None,
    )
    start_jar.write(copies.start, copies.kernel_jars())
    return copies


def _copy_environment(jars: Distribution, folder: Path) -> Path | None:
    """The list of the preloaded jars: those of the checkout are copied, those of the local Maven repository stay there."""
    if not jars.environment_jars():
        return None
    ours = folder / "environment"
    ours.mkdir(exist_ok=True)
    lines = []
    for jar in jars.environment_jars():
        if not jar.is_file():
            raise Problem(f"The environment is not whole: there is no {jar}. In a checkout, `./jotter install` fetches it.")
        if jars.checkout and jars.checkout.resolve() in jar.resolve().parents:
            _copy(jar, ours / jar.name)
            jar = ours / jar.name
        lines.append(str(jar))
    package_index.write([Path(line) for line in lines], folder / "environment.packages")
    listing = folder / "environment.classpath"
    text = "\n".join(lines) + "\n"
    if not listing.is_file() or listing.read_text("utf-8") != text:
        listing.write_text(text, "utf-8")
    return listing


def _copy(source: Path, copy: Path) -> None:
    if copy.is_file() and filecmp.cmp(source, copy, shallow=False):
        return
    # a new file under the old name: a kernel that runs keeps reading the old one
    fresh = copy.with_name(f"{copy.name}.{os.getpid()}")
    shutil.copyfile(source, fresh)
    os.replace(fresh, copy)


def make_cache(launch: Launch, say: Callable[[str], None]) -> None:
    """Makes the start-up caches unless they are newer than every jar they speak of."""
    newest = max(jar.stat().st_mtime for jar in [launch.jars.start, *launch.jars.own_jars(), *launch.jars.libraries()])
    if all(cache.is_file() and cache.stat().st_mtime >= newest for cache in (launch.cache, launch.worker_cache)):
        return
    say(f"Letting the kernel run a few cells on Java {launch.jdk.version}, for the caches that make it start fast")
    try:
        startup_cache.make(launch)
    except Problem as problem:
        say(f"No start-up caches: {problem} The kernel works without it, it only starts later.")


def kernel_json(launch: Launch, name: str) -> dict[str, Any]:
    suffix = {NAME: "", BARE_NAME: ", bare"}.get(name, f", {name}")
    return {
        "argv": launch.command(),
        "display_name": f"Java {launch.jdk.major} (Jotter{suffix})",
        "language": "java",
        "kernel_protocol_version": "5.5",
        "interrupt_mode": "message",
        "metadata": {"debugger": True},
    }


def write_kernelspec(launch: Launch, target: Target, name: str) -> Path:
    from jupyter_client.kernelspec import KernelSpecManager

    with tempfile.TemporaryDirectory(prefix="jotter-") as staging:
        for picture in LOGO.iterdir():
            shutil.copyfile(picture, os.path.join(staging, picture.name))
        with open(os.path.join(staging, "kernel.json"), "w", encoding="utf-8") as file:
            json.dump(kernel_json(launch, name), file, indent=2, ensure_ascii=False)
            file.write("\n")
        try:
            return Path(KernelSpecManager().install_kernel_spec(staging, name, user=target.prefix is None, prefix=target.prefix))
        except ValueError as refusal:
            raise Problem(f"The name {name} does not do: {refusal}") from None
