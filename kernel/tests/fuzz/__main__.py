"""The command `./jotter fuzz`: as many mutations as one likes, from any place of a run that failed."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from jotter_kernel.errors import told
from jupyter_client.kernelspec import KernelSpecManager
from kernels import kernel

from .run import Fuzz


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./jotter fuzz", description="Sends a kernel mutated messages, and says whether it ran, lost or kept anything that it should not.")
    parser.add_argument("--count", type=int, default=1_000_000, help="how many mutations (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32), help="the same seed makes the same mutations")
    parser.add_argument("--first", type=int, default=0, help="the number of the first, to repeat what a failure names")
    asked = parser.parse_args(arguments)
    print(f"Seed {asked.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "notebook"
        home.mkdir()
        with kernel(KernelSpecManager(), home) as notebook:
            fuzz = Fuzz(notebook, asked.seed, Path(notebook.manager.kernel_spec.argv[0]).with_name("jcmd"), lambda line: print(line, flush=True))
            try:
                fuzz.run(asked.first, asked.count)
            except AssertionError as failure:
                log = notebook.log.read_text("utf-8", errors="replace")
                print(f"FAILED: {failure}\nThe kernel's log ends with:\n{log[-2000:]}", flush=True)
                return 1
            finally:
                fuzz.close()
    return 0


if __name__ == "__main__":
    sys.exit(told(main))
