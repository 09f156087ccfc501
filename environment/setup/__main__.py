"""What `./jotter` does in a checkout, once it has found a Python: sets up what is missing, then carries the command out.

Standard library only; everything else comes into .jotter/venv.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "kernel" / "python" / "src")]

import checkout  # noqa: E402
from jotter_kernel import errors  # noqa: E402

USAGE = """\
./jotter lab [OPTION…]        set everything up and open JupyterLab on the course; options go to JupyterLab
./jotter run NOTEBOOK         run a notebook in the terminal and leave the executed copy
./jotter test [PART…]         run the tests (parts: java, python, kernel, notebooks; default: all)
./jotter bench [WHAT…]        measure the kernel beside others (--help says what; --write renews docs/measurements.md)
./jotter compare [--write]    ask the same of this kernel and of others, and print the table (--write renews docs/comparison.md)
./jotter fuzz [OPTION…]       send a kernel a million mutated messages (--count N, --seed N)
./jotter soak [OPTION…]       use a kernel for twenty minutes, or many at once, and check that it stays as it was (--help says more)
./jotter verify-course [NN…]  run the course with three seeds, on both data, and all mutants of its code (--help says more)
./jotter install [OPTION…]    set up and install the kernel for your own Jupyter too (--user, --sys-prefix, --prefix DIR)
./jotter doctor               say what was found, what is missing and what to do
"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./jotter", usage="./jotter COMMAND …", description=USAGE, formatter_class=argparse.RawDescriptionHelpFormatter, add_help=False)
    parser.add_argument("command", choices=["lab", "run", "test", "bench", "compare", "fuzz", "soak", "verify-course", "install", "doctor", "help"], nargs="?", default="help")
    if not arguments or arguments[0] in ("help", "-h", "--help"):
        print(USAGE, end="")
        return 0
    command = parser.parse_args(arguments[:1]).command
    further = arguments[1:]
    return checkout.Checkout(HERE.parents[1]).carry_out(command, further)


if __name__ == "__main__":
    sys.exit(errors.told(main))
