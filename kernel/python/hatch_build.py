"""Puts the jars that Maven built into the wheel; an editable install reads them from the checkout instead."""

import runpy
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KernelJars(BuildHookInterface):
    def initialize(self, version, build_data):
        if version == "editable":
            return
        here = Path(self.root)
        distribution = runpy.run_path(str(here / "src" / "jotter_kernel" / "distribution.py"))
        jars = distribution["in_checkout"](here.parents[1])
        missing = [str(jar) for jar in [*jars.own_jars(), *jars.libraries()] if not jar.is_file()]
        if missing:
            raise SystemExit(f"Build the kernel first (./jotter install); there is no {missing[0]}.")
        for jar in jars.own_jars():
            build_data["force_include"][str(jar)] = f"jotter_kernel/jars/{jar.name}"
        for jar in jars.libraries():
            build_data["force_include"][str(jar)] = f"jotter_kernel/jars/lib/{jar.name}"
