"""The command `jotter`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import __version__, distribution, jdk
from .errors import Problem


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="jotter", description="A Java kernel for Jupyter.")
    top.add_argument("--version", action="version", version=f"jotter {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    install = commands.add_parser("install", help="install the kernel for Jupyter")
    _place(install)
    install.add_argument("--name", help="the kernelspec's name (default: jotter, with --bare jotter-bare)")
    install.add_argument("--bare", action="store_true", help="without the environment: notebooks find no library that they have not asked for")
    install.add_argument("--java-home", metavar="DIR", help="the JDK to run on (default: JOTTER_JAVA_HOME, JAVA_HOME, else the newest there is)")
    install.add_argument(
        "--also-as", metavar="NAME", action="append", default=[], help="also under this name, which notebooks of another kernel ask for: java for IJava's, jjava for JJava's"
    )
    install.add_argument("--force", action="store_true", help="with --also-as, in place of another kernel that has the name")
    install.add_argument("--no-cache", action="store_true", help="make no start-up cache")

    _place(commands.add_parser("uninstall", help="take the kernel away again, under all its names"))

    commands.add_parser("doctor", help="say what was found, what is missing and what to do")

    check = commands.add_parser("check", help="run a first cell and say how long it took")
    check.add_argument("--kernel", default="jotter", metavar="NAME", help="the kernelspec's name (default: jotter)")

    run = commands.add_parser("run", help="run a notebook in the terminal", description="Runs a notebook; the executed copy is left beside it as NAME.executed.ipynb.")
    run.add_argument("notebook", metavar="NOTEBOOK", type=Path)
    where = run.add_mutually_exclusive_group()
    where.add_argument("--output", metavar="FILE", help="where the executed copy goes")
    where.add_argument("--inplace", action="store_true", help="overwrite the notebook itself")
    run.add_argument("--kernel", default="jotter", metavar="NAME", help="the kernelspec's name (default: jotter)")
    run.add_argument("--timeout", type=int, metavar="SECONDS", help="the longest that a cell may take (default: no limit)")

    lab = commands.add_parser("lab", help="open JupyterLab; further options go to JupyterLab")
    lab.add_argument("--folder", type=Path, default=Path(), help="the folder to open (default: the one you are in)")
    lab.add_argument("--first", metavar="FILE", help="a notebook of the folder, which is open when the page comes up")
    return top


def _place(command: argparse.ArgumentParser) -> None:
    place = command.add_mutually_exclusive_group()
    place.add_argument("--user", action="store_true", help="for yourself alone (the default outside a virtual environment)")
    place.add_argument("--sys-prefix", action="store_true", help="into the environment of this Python (the default inside one)")
    place.add_argument("--prefix", metavar="DIR", help="into a folder, as DIR/share/jupyter/kernels/NAME and DIR/share/jotter")


def main(arguments: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        # a C locale would turn a dash into an exception
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    options, further = parser().parse_known_args(arguments)
    if further and options.command != "lab":
        parser().error(f"unrecognized arguments: {' '.join(further)}")
    try:
        return _carry_out(options, further)
    except Problem as problem:
        print(f"jotter: {problem}", file=sys.stderr)
        return 1


def _carry_out(options: argparse.Namespace, further: list[str]) -> int:
    # each command imports what it needs: `doctor` must work where the rest is missing
    if options.command == "install":
        from . import kernelspec

        target = kernelspec.Target.of(options.prefix, options.user, options.sys_prefix)
        chosen = jdk.choose(options.java_home)
        name = options.name or (kernelspec.BARE_NAME if options.bare else kernelspec.NAME)
        kernelspec.install(
            chosen, distribution.find(), target, name, print, with_cache=not options.no_cache, bare=options.bare, also_as=options.also_as, force=options.force
        )
        return 0
    if options.command == "uninstall":
        from . import kernelspec

        kernelspec.uninstall(kernelspec.Target.of(options.prefix, options.user, options.sys_prefix), print)
        return 0
    if options.command == "doctor":
        from . import doctor

        return doctor.report()
    if options.command == "check":
        from . import doctor

        print(doctor.check(options.kernel), flush=True)
        return 0
    if options.command == "run":
        from . import run

        return run.run(options.notebook, options.output, options.inplace, options.kernel, options.timeout)
    from . import lab

    return lab.lab(options.folder.resolve(), further, options.first)
