"""Twenty thousand mutations of real traffic on every channel. `./jotter fuzz` sends as many as one likes."""

import os
from pathlib import Path

from fuzz.run import Fuzz

COUNT = int(os.environ.get("JOTTER_FUZZ_COUNT", "20000"))
SEED = int(os.environ.get("JOTTER_FUZZ_SEED", "1"))
FIRST = int(os.environ.get("JOTTER_FUZZ_FIRST", "0"))


def test_mutated_traffic_neither_runs_nor_breaks_nor_leaks_anything(fresh):
    java = Path(fresh.manager.kernel_spec.argv[0])
    fuzz = Fuzz(fresh, SEED, java.with_name("jcmd"), print)
    try:
        fuzz.run(FIRST, COUNT)
    finally:
        fuzz.close()
