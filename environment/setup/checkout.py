"""A checkout and its commands. Each step is skipped where its input has not changed, so that the second run needs no network."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from jotter_kernel import distribution, doctor, jdk
from jotter_kernel.errors import Problem
from jotter_kernel.launch import moved_home
from maven import Maven
from packages import Packages, clean_environment
from stamp import Stamp, below, digest

MODULES = ["kernel/api", "kernel/ijava", "kernel/worker", "kernel/server", "kernel/testkit", "environment"]


class Checkout:
    def __init__(self, root: Path) -> None:
        self.root = root
        # nothing of a checkout's goes anywhere else: not into the user's Jupyter, not into the system
        self.state = root / ".jotter"
        self.course = root / "notebooks" / "en"
        self.packages = Packages(root, self.state)
        self.jars = distribution.in_checkout(root)

    def carry_out(self, command: str, further: list[str]) -> int:
        if command == "doctor":
            return self.jotter("doctor") if self.packages.python.exists() else doctor.report()
        if command == "test":
            import verify

            self.set_up(tests=True)
            return verify.verify(self, further)
        self.set_up(tests=command in ("fuzz", "verify-course"))
        if command == "install":
            return self.jotter("install", *further, own=False) if further else self.jotter("check")
        if command == "run":
            return self.jotter("run", *further)
        if command == "bench":
            return self.bench(further)
        if command == "compare":
            return self.compare(further)
        if command == "fuzz":
            return self.fuzz(further)
        if command == "soak":
            return self.soak(further)
        if command == "verify-course":
            return self.verify_course(further)
        self.trust_course()
        return self.jotter("check") or self.jotter("lab", "--folder", str(self.course), "--first", self.first_notebook(), *further)

    def set_up(self, *, tests: bool = False) -> None:
        """Everything up to the installed kernel.

        Raises Problem with what is missing.
        """
        chosen = self.build_jdk()
        print(f"Jotter {distribution.VERSION} on {chosen}", flush=True)
        self.packages.ready(tests=tests)
        self.build(chosen)
        self.install_kernel()

    def build_jdk(self) -> jdk.Jdk:
        """The JDK that the kernel will run on, or the newest other one where that cannot build."""
        chosen = jdk.choose()
        if chosen.can_build:
            return chosen
        for other in jdk.installed():
            if other.can_build and not other.flaw:
                return other
        raise Problem(f"{chosen.home} has no javac, which the build needs. {jdk.WHAT_TO_DO}")

    def build(self, chosen: jdk.Jdk) -> None:
        stamp = Stamp(self.state / "stamps" / "build")
        sources = [self.root / "pom.xml"]
        for module in MODULES:
            sources.append(self.root / module / "pom.xml")
            sources += below(self.root / module / "src" / "main")
        value = digest(self.root, [file for file in sources if file.is_file()], str(self.root), *moved_home())
        if stamp.matches(value) and self._is_built():
            return
        stamp.clear()
        Maven(self.root, chosen).run(["-Dquick", "-DskipTests", "package"], "Building Jotter")
        if not self._is_built():
            raise Problem("Maven ended well, but the jars are not all there. Run `./jotter doctor`.")
        stamp.set(value)

    def _is_built(self) -> bool:
        preloaded = self.jars.environment_jars()
        return not self.jars.missing() and bool(preloaded) and all(jar.is_file() for jar in preloaded)

    def install_kernel(self) -> None:
        chosen = jdk.choose()
        stamp = Stamp(self.state / "stamps" / "kernelspec")
        package = self.root / "kernel" / "python" / "src"
        files = [*self.jars.kernel_jars(), *below(package), *[jar for jar in self.jars.environment_jars() if self.root in jar.parents]]
        value = digest(self.root, files, *map(str, self.jars.environment_jars()), str(chosen), str(self.root), *moved_home())
        if stamp.matches(value) and (self.packages.folder / "share" / "jupyter" / "kernels" / "jotter" / "kernel.json").is_file():
            return
        stamp.clear()
        if self.jotter("install", "--sys-prefix", "--java-home", str(chosen.home)):
            raise Problem("The kernel could not be installed; the line above says why.")
        stamp.set(value)

    def trust_course(self) -> None:
        """Signs what the chapters have recorded: of outputs that nobody has signed JupyterLab shows no SVG and no style."""
        stamp = Stamp(self.state / "stamps" / "trust")
        chapters = sorted((self.root / "notebooks").glob("*/[0-9][0-9]-*.ipynb"))
        value = digest(self.root, chapters)
        if not chapters or stamp.matches(value):
            return
        command = [str(self.packages.python), "-m", "nbformat.sign", *map(str, chapters)]
        if subprocess.run(command, env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
            stamp.set(value)

    def first_notebook(self) -> str:
        """The tour, until somebody has worked here: then JupyterLab knows better which notebooks were open."""
        workspaces = self.state / "jupyter" / "config" / "lab" / "workspaces"
        return "" if workspaces.is_dir() and any(workspaces.iterdir()) else "00-start-here.ipynb"

    def bench(self, further: list[str]) -> int:
        """Measures Jotter beside other kernels, which live in an environment of their own."""
        self.point_at_the_data()
        bench = self.root / "kernel" / "bench"
        peers = Packages(self.root, self.state / "bench")
        peers.ready_with(bench / "requirements.lock", "The kernels to measure beside")
        if "keras" in further or all(word.startswith("-") for word in further):
            # numpy and TensorFlow are nowhere but here
            Packages(self.root, self.state / "bench" / "keras").ready_with(bench / "keras.lock", "Keras, to measure beside")
        return self.python(str(bench), "--peers", str(peers.folder), *further)

    def compare(self, further: list[str]) -> int:
        """Asks the same of Jotter and of other kernels, which live in an environment of their own."""
        comparison = self.root / "kernel" / "bench" / "compare"
        peers = Packages(self.root, self.state / "compare")
        peers.ready_with(comparison / "requirements.lock", "The kernels to compare with")
        return self.python(str(comparison), "--peers", str(peers.folder), *further)

    def fuzz(self, further: list[str]) -> int:
        """Sends the kernel mutated messages."""
        return self._beside_the_tests("fuzz", further)

    def soak(self, further: list[str]) -> int:
        """Uses kernels for a long time, or many at once."""
        return self._beside_the_tests("soak", further)

    def verify_course(self, further: list[str]) -> int:
        """Runs the notebooks with several seeds, on both data, and their mutants."""
        self.point_at_the_data()
        return self._beside_the_tests("course", further, part="notebooks")

    def _beside_the_tests(self, program: str, further: list[str], part: str = "kernel") -> int:
        """Runs a program that is made of what the tests of a part are made of."""
        return self.python("-m", program, *further, environment={**self.environment(), "PYTHONPATH": str(self.root / part / "tests")})

    def jotter(self, *arguments: str, own: bool = True) -> int:
        """Runs the command `jotter` of .jotter/venv; with `own`, without a look at the user's Jupyter."""
        return self.python("-m", "jotter_kernel", *arguments, environment=self.environment() if own else clean_environment())

    def python(self, *arguments: str, environment: dict[str, str] | None = None) -> int:
        process = subprocess.Popen([str(self.packages.python), *arguments], env=environment or self.environment())
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # Ctrl-C reaches the child as well, which ends in its own way

    def environment(self) -> dict[str, str]:
        return {
            **clean_environment(),
            "JUPYTER_CONFIG_DIR": str(self.state / "jupyter" / "config"),
            "JUPYTER_DATA_DIR": str(self.state / "jupyter" / "data"),
            "JUPYTER_RUNTIME_DIR": str(self.state / "jupyter" / "runtime"),
            "JUPYTER_PREFER_ENV_PATH": "1",
            "IPYTHONDIR": str(self.state / "ipython"),
            "PYTHONUTF8": os.environ.get("PYTHONUTF8", "1"),
        }

    def point_at_the_data(self) -> None:
        """Names the folder of real data sets where one lies beside the checkout, as on CI's machines, and no other was named: for Java's tests as for Python's."""
        data = self.root.parent / "shared" / "data"
        if "JOTTER_DATA" not in os.environ and data.is_dir():
            os.environ["JOTTER_DATA"] = str(data)
