"""A run of mutations against one kernel, in batches, each of which ends with proofs that the kernel is as it was."""

from __future__ import annotations

import json
import random
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from talk import Notebook

from . import mutations, traffic
from .traffic import Signer
from .wires import Wanted, Wires

BATCH = 1_000
# how often the recorded traffic is recorded anew: a kernel remembers so many signatures, and no more
RECORD_EVERY = 20_000
TOLERATED_HEAP_MB = 24
# what JShell and the kernel keep of a cell that has run, mutations or not: 13 KB of "executed"
KEPT_OF_A_CELL_MB = 0.016
# of the room for frames that strangers may fill, the server's JVM keeps what its heap has grown by
TOLERATED_RESIDENT_MB = {"server": 600, "worker": 100}


@dataclass
class Footprint:
    """What one process holds."""

    heap_mb: float
    resident_mb: float
    threads: int
    files: int

    @classmethod
    def of(cls, process: psutil.Process, jcmd: Path) -> Footprint:
        """Measures after a full collection."""

        def ask(*command: str) -> str:
            return subprocess.run([jcmd, str(process.pid), *command], check=True, capture_output=True, text=True, timeout=60).stdout

        ask("GC.run")
        used = sum(int(line.split(" used ")[1].split("K")[0]) for line in ask("GC.heap_info").splitlines() if "K, used " in line and "space" not in line and "Metaspace" not in line)
        return cls(used / 1024, process.memory_info().rss / 2**20, process.num_threads(), process.num_fds())


@dataclass
class Fuzz:
    notebook: Notebook
    seed: int
    jcmd: Path
    say: Callable[[str], None] = lambda line: None
    counts: dict[str, int] = field(default_factory=dict)
    cells: int = 0

    def __post_init__(self) -> None:
        connection = self.notebook.client.get_connection_info()
        self.wires = Wires(connection)
        self.signer = Signer(connection["key"], self.notebook.client.session.session)
        self.recorded: dict[str, list[list[bytes]]] = {}

    def run(self, first: int, count: int) -> None:
        """Sends these mutations, and proves after each batch and at the end that nothing has come of them.

        Raises AssertionError with the seed and the place.
        """
        self.notebook.run("int executed = 0;")
        self.notebook.run("int asked = 0;")
        self.processes = {"server": self.notebook.front, "worker": self.notebook.worker}
        started = time.monotonic()
        at = first
        before: dict[str, Footprint] = {}
        while at < first + count:
            if (at - first) % RECORD_EVERY < BATCH or not self.recorded:
                self.record()
            size = min(BATCH, first + count - at)
            try:
                self.batch(at, size)
                if not before:
                    # the first batch has woken what sleeps until it is used
                    before = self.footprints()
            except (AssertionError, OSError) as failure:
                raise AssertionError(f"{failure}\nAgain: ./jotter fuzz --seed {self.seed} --first {at} --count {size}") from failure
            at += size
            if (at - first) % 50_000 < BATCH:
                self.say(f"{at - first} mutations in {time.monotonic() - started:.0f} s, {self.counts}")
        self.prove_flat(before, self.footprints())
        self.say(f"{count} mutations in {time.monotonic() - started:.0f} s, and {self.cells} cells, {self.counts}")

    def record(self) -> None:
        """Sends each kind of message as it should be, so that every signature of what is mutated has been used."""
        self.notebook.run("executed = 0;")
        for channel, kinds in traffic.CHANNELS.items():
            self.recorded[channel] = [self.signer.message(kind, content) for kind, content in kinds.items()]
        # a shutdown cannot be said in passing: it is never signed, so that it is never sent whole
        self.recorded["control"] = [self._spoiled(frames) for frames in self.recorded["control"]]
        sent = [(channel, frames) for channel in traffic.CHANNELS for frames in self.recorded[channel]]
        runs = [(channel, frames) for channel, frames in sent if b"execute_request" in frames[2]]
        for channel, frames in [each for each in sent if each not in runs]:
            getattr(self.wires, channel).send_multipart(frames)
        # the interrupt among them is over before there is something that it could stop
        self.settle()
        for channel, frames in runs:
            getattr(self.wires, channel).send_multipart(frames)
        self.settle()
        assert self.notebook.run("executed", store_history=False).text == str(len(runs)), "the recorded traffic was not heard"
        self.notebook.run("executed = 0;", store_history=False)

    def _spoiled(self, frames: list[bytes]) -> list[bytes]:
        return [frames[0], b"0" * 64, *frames[2:]] if b"shutdown_request" in frames[2] else frames

    def batch(self, first: int, size: int) -> None:
        chance = random.Random(f"{self.seed}:{first}")
        # a signed interrupt strikes the cells of its batch, as it should: where there are such, no cell runs
        interrupts = chance.random() < 0.3
        kinds = [kind for kind in traffic.SHELL if not (interrupts and kind == "execute_request")]
        controls = ["kernel_info_request", "debug_request", *(["interrupt_request"] if interrupts else [])]
        question = None if interrupts else self.ask()
        expected: dict[str, Wanted] = {"shell": {}, "control": {}}
        for index in range(first, first + size):
            self.mutate(random.Random(f"{self.seed}:{index}:"), kinds, controls, expected)
        if question:
            self.answer(question)
        self.settle(expected)
        self.wires.hear()
        self.prove_untouched()

    def mutate(self, chance: random.Random, kinds: list[str], controls: list[str], expected: dict[str, Wanted]) -> None:
        draw = chance.random()
        if draw < 0.9:
            channel = chance.choice(["shell", "shell", "control", "stdin"])
            self._count(f"unsigned {channel}")
            getattr(self.wires, channel).send_multipart(mutations.unsigned(self.recorded[channel], chance))
        elif draw < 0.95:
            channel = chance.choice(["shell", "control", "stdin", "iopub", "iopub", "hb"])
            self._count(f"bytes {channel}")
            self.wires.write(channel, mutations.stream(channel, self.recorded.get(channel, []), chance), chance.random() < 0.5)
        elif draw < 0.97 and self.wires.heard:
            self._count("sent back")
            getattr(self.wires, chance.choice(["shell", "control", "stdin"])).send_multipart(chance.choice(self.wires.heard)[1:])
        else:
            channel = chance.choice(["shell", "shell", "shell", "control"])
            self._count(f"signed {channel}")
            kind = chance.choice(kinds if channel == "shell" else controls)
            self.cells += kind == "execute_request"
            frames, reply = mutations.resigned(kind, self.signer, chance)
            getattr(self.wires, channel).send_multipart(frames)
            if reply:
                expected[channel][reply] = frames

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1

    def ask(self) -> tuple[str, dict[str, Any]]:
        """A cell waits for input: no mutated answer may reach it."""
        self.cells += 1
        request = self.notebook.send('readLine("which?")', allow_stdin=True, store_history=False)
        return request, self.notebook.client.get_stdin_msg(timeout=60)["header"]

    def answer(self, question: tuple[str, dict[str, Any]]) -> None:
        """Answers by the socket on which the mutations went, so that all of them have been read."""
        request, header = question
        self.wires.stdin.send_multipart(self.signer.message("input_reply", {"status": "ok", "value": "right"}, {"msg_id": header["msg_id"]}))
        result = self.notebook.result(request)
        assert result.text == "right", f"a mutation answered for the reader: {result.text} {result.error}"

    def settle(self, expected: dict[str, Wanted] | None = None) -> None:
        """Waits until all that was sent has been handled: on each lane the last is a message of our own."""
        last: dict[str, Wanted] = {"shell": {}, "control": {}}
        for channel, kind, content in [
            ("control", "kernel_info_request", {}),
            ("shell", "kernel_info_request", {}),
            ("shell", "is_complete_request", {"code": "1"}),
        ]:
            header = self.signer.header(kind)
            last[channel][header["msg_id"]] = []
            getattr(self.wires, channel).send_multipart(self._of(header, content))
        for channel, ids in last.items():
            self.wires.replies(getattr(self.wires, channel), {**ids, **(expected or {}).get(channel, {})}, channel)

    def _of(self, header: dict[str, Any], content: dict[str, Any]) -> list[bytes]:
        return self.signer.signed([json.dumps(part).encode() for part in (header, {}, {}, content)])

    def prove_untouched(self) -> None:
        """The kernel runs what it is given, publishes it, beats, and has run nothing else."""
        self.wires.beats()
        self.cells += 1
        header = self.signer.header("execute_request")
        self.wires.shell.send_multipart(self._of(header, {"code": "executed", "store_history": False}))
        reply = self.wires.replies(self.wires.shell, {header["msg_id"]: []}, "shell")[header["msg_id"]]
        if reply["status"] == "aborted":
            # it was sent behind a cell that failed; what is sent now is not
            return self.prove_untouched()
        assert reply["status"] == "ok", reply
        self.wires.until_heard(header["msg_id"], "idle")
        results = [frames for frames in self.wires.heard if frames[0] == b"execute_result" and header["msg_id"].encode() in frames[4]]
        assert results and b'"text/plain":"0"' in results[0][6], f"what nobody has signed was executed: {results}"

    def footprints(self) -> dict[str, Footprint]:
        return {name: Footprint.of(process, self.jcmd) for name, process in self.processes.items()}

    def prove_flat(self, before: dict[str, Footprint], after: dict[str, Footprint]) -> None:
        assert (self.notebook.front, self.notebook.worker) == (self.processes["server"], self.processes["worker"]), "a process has been replaced"
        for name, now in after.items():
            then = before[name]
            self.say(f"{name}: before {then}, after {now}")
            assert now.heap_mb - then.heap_mb < TOLERATED_HEAP_MB + self.cells * KEPT_OF_A_CELL_MB, f"the {name} has kept memory: {then}, then {now}"
            assert now.resident_mb - then.resident_mb < TOLERATED_RESIDENT_MB[name], f"the {name} has grown: {then}, then {now}"
            assert now.threads - then.threads <= 4, f"the {name} has kept threads: {then}, then {now}"
            assert now.files - then.files <= 8, f"the {name} has kept files open: {then}, then {now}"

    def close(self) -> None:
        self.wires.close()

