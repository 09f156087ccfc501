"""The command `./jotter soak`: a long use of a kernel on each JDK, side by side; or a crowd of kernels."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import randrange

from jotter_kernel.errors import Problem, told
from kernels import installed, javas

from soak.crowd import observe
from soak.use import side_by_side


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./jotter soak", description="Uses a kernel on each JDK for a long time, checks every answer, and memory, threads and file descriptors; or lets many kernels live at once.")
    parser.add_argument("--minutes", type=float, default=20, help="how long (default: 20)")
    parser.add_argument("--seed", type=int, default=None, help="what is done is drawn with it (default: another each time, which is named)")
    parser.add_argument("--kernels", type=int, metavar="N", help="lets N kernels live at once instead, on the newest JDK; mind the memory that they need")
    parser.add_argument("--busy", type=int, metavar="N", default=0, help="so many of them work, the others wait")
    parser.add_argument("--seconds", type=int, metavar="N", default=60, help="for so long they work (default: 60)")
    wish = parser.parse_args(arguments)
    if wish.busy > (wish.kernels or 0):
        raise Problem("More kernels are to work than there are: --kernels counts both.")
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        place = Path(folder)
        if wish.kernels:
            observe(installed(javas()[0], place / "jotter"), place, wish.kernels - wish.busy, wish.busy, {}, wish.seconds, say)
            return 0
        seed = randrange(1_000_000) if wish.seed is None else wish.seed
        say(f"The seed is {seed}.")
        specs = {f"Java {java.major}": installed(java, place / str(java.major)) for java in javas()}
        broken = side_by_side(specs, place, wish.minutes * 60, seed, say)
    for sentence in broken:
        say(f"FAILED: {sentence}")
    return 1 if broken else 0


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(told(main))
