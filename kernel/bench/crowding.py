"""The same round trips in a kernel with three hundred jars more on its class path, as a notebook with a large framework has them."""

from __future__ import annotations

import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from contenders import Contender
from ledger import CROWDED_COMPLETION, CROWDED_SUM, UNCROWDED_COMPLETION, UNCROWDED_SUM, Ledger, Measure, in_turn
from talker import Talker

JARS = 300
CLASSES = 20
BLOCKS, WARM_UP_BLOCKS, PER_BLOCK = 10, 5, 10


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = False
        for contender in contenders:
            if contender.jdk is None or not contender.is_ours:
                continue
            if not made:
                _make(contender.jdk.home / "bin" / "javac", Path(folder))
                made = True
            with Talker(contender, environment) as few, Talker(contender, environment) as many:
                series: list[tuple[Measure, str, Callable[[], float]]] = []
                for talker, of_sum, of_completion in ((few, UNCROWDED_SUM, UNCROWDED_COMPLETION), (many, CROWDED_SUM, CROWDED_COMPLETION)):
                    talker.ready()
                    talker.run(contender.tongue.variable)
                    series.append((of_sum, contender.key, lambda kernel=talker: kernel.run("1+1").round_trip()))
                    completion = contender.tongue.completion()
                    series.append((of_completion, contender.key, lambda kernel=talker, asked=completion: kernel.reply_time("complete_request", asked)))
                many.run(f'%jars "{folder}/jars/*.jar"')
                # all of them are there, and used
                many.run("new crowd.p299.C0().toString()")
                for rivals in (series[0::2], series[1::2]):
                    for block in range(WARM_UP_BLOCKS + BLOCKS):
                        for kind, key, once in in_turn(rivals, block):
                            times = [once() for _ in range(PER_BLOCK)]
                            if block >= WARM_UP_BLOCKS:
                                for time in times:
                                    ledger.note(kind, key, time)


def _make(javac: Path, folder: Path) -> None:
    sources, classes, jars = folder / "sources", folder / "classes", folder / "jars"
    jars.mkdir()
    files = []
    for jar in range(JARS):
        package = sources / "crowd" / f"p{jar}"
        package.mkdir(parents=True)
        for number in range(CLASSES):
            file = package / f"C{number}.java"
            file.write_text(f"package crowd.p{jar};\n\npublic class C{number} {{}}\n", "utf-8")
            files.append(str(file))
    listed = folder / "files"
    listed.write_text("\n".join(f'"{file}"' for file in files), "utf-8")
    subprocess.run([str(javac), "--release", "17", "-d", str(classes), f"@{listed}"], check=True)
    for jar in range(JARS):
        with zipfile.ZipFile(jars / f"crowd-{jar}.jar", "w") as written:
            for file in sorted((classes / "crowd" / f"p{jar}").iterdir()):
                written.write(file, f"crowd/p{jar}/{file.name}")
