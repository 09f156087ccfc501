"""Speaks to one kernel process over its sockets, and notes when what came."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

import zmq
from contenders import Contender
from jotter_kernel.errors import Problem
from jupyter_client.connect import write_connection_file
from jupyter_client.session import Session
from processes import Tree

ANSWER_SECONDS = 60.0
NUDGE_SECONDS = 0.2
# jupyter_client sends SIGTERM so long after its request, and SIGKILL after as long again
PATIENCE_SECONDS = 2.5


@dataclass
class Answer:
    """What came of a request; all times are seconds since it was sent, None for what did not come."""

    sent: float
    reply: dict[str, Any] | None = None
    replied: float | None = None
    shown: float | None = None
    ended: float | None = None
    texts: list[str] = field(default_factory=list)
    messages: int = 0

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def round_trip(self) -> float:
        """Seconds until both the reply and the idle were there."""
        if self.replied is None or self.ended is None:
            raise Problem("A reply or an idle was lost; a round trip cannot be measured.")
        return max(self.replied, self.ended)

    def result_time(self) -> float:
        """Seconds until the result was there."""
        if self.shown is None:
            raise Problem(f"The cell showed no result; what came was: {self.text!r}")
        return self.shown


class Talker:
    """One kernel, from its launch to its end. To be used with `with`: nothing of it outlives the block."""

    def __init__(self, contender: Contender, environment: dict[str, str]) -> None:
        self.contender = contender
        self._folder = Path(tempfile.mkdtemp(prefix="jotter-bench-"))
        self._context = zmq.Context()
        file, told = write_connection_file(str(self._folder / "connection.json"))
        key, scheme = told["key"].encode() if isinstance(told["key"], str) else told["key"], told["signature_scheme"]
        self._session = Session(key=key, signature_scheme=scheme)
        address = f"tcp://{told['ip']}:"
        self._shell = self._socket(zmq.DEALER, f"{address}{told['shell_port']}")
        self._control = self._socket(zmq.DEALER, f"{address}{told['control_port']}")
        self._iopub = self._socket(zmq.SUB, f"{address}{told['iopub_port']}")
        self._iopub.subscribe(b"")
        self._words = self._folder / "kernel.log"
        with self._words.open("wb") as log:
            self.launched = perf_counter()
            self.process = subprocess.Popen(
                contender.command(file),
                env={**environment, **contender.environment, "JPY_PARENT_PID": str(os.getpid())},
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def _socket(self, kind: int, address: str) -> zmq.Socket:
        socket = self._context.socket(kind)
        socket.linger = 0
        # all that a kernel sends is counted: what is lost, the kernel has lost
        socket.rcvhwm = 0
        # ZeroMQ's own 100 ms would be measured along with the kernel's start
        socket.reconnect_ivl = 5
        if kind == zmq.DEALER:
            socket.identity = self._session.bsession
        socket.connect(address)
        return socket

    def __enter__(self) -> Talker:
        return self

    def __exit__(self, *_: object) -> None:
        tree = Tree(self.process.pid)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        tree.kill()
        self._context.destroy(linger=0)
        shutil.rmtree(self._folder, ignore_errors=True)

    def ready(self) -> float:
        """Seconds from the launch to the first reply to kernel_info; returns when iopub has been heard too, as a server does."""
        first = self.ask("kernel_info_request", {}, seconds=ANSWER_SECONDS, until_idle=False)
        replied = first.sent + self._must(first.replied, "kernel_info_request") - self.launched
        give_up = perf_counter() + ANSWER_SECONDS
        while self.ask("kernel_info_request", {}, seconds=NUDGE_SECONDS).ended is None:
            if perf_counter() > give_up:
                raise self._problem("nothing came on iopub")
        return replied

    def run(self, code: str, *, seconds: float = ANSWER_SECONDS) -> Answer:
        """Runs a cell to its reply and its idle.

        Raises Problem when the cell ends in an error.
        """
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        answer = self.ask("execute_request", content, seconds=seconds)
        self._must(answer.replied, "execute_request")
        assert answer.reply is not None
        if answer.reply["status"] != "ok":
            raise Problem(f"{self.contender.title} ended `{code[:60]}` in an error: {answer.reply.get('ename')}: {answer.reply.get('evalue')}")
        return answer

    def reply_time(self, kind: str, content: dict[str, Any]) -> float:
        """Seconds to the reply; waits for the idle too, so that nothing of this request runs into the next."""
        return self._must(self.ask(kind, content, seconds=ANSWER_SECONDS).replied, kind)

    def ask(self, kind: str, content: dict[str, Any], *, seconds: float, until_idle: bool = True) -> Answer:
        """Sends a request and waits for its reply, and for its idle if wanted, at most so long and for as long as the kernel lives."""
        answer = Answer(perf_counter())
        request = self._session.send(self._shell, kind, content)["header"]["msg_id"]
        poller = zmq.Poller()
        poller.register(self._shell, zmq.POLLIN)
        poller.register(self._iopub, zmq.POLLIN)
        deadline = answer.sent + seconds
        while (answer.replied is None or (until_idle and answer.ended is None)) and perf_counter() < deadline:
            ready = dict(poller.poll(min(1000, max(1, (deadline - perf_counter()) * 1000))))
            if not ready and self.process.poll() is not None:
                raise self._problem(f"it ended with code {self.process.returncode}")
            if self._shell in ready:
                self._on_shell(request, answer)
            if self._iopub in ready:
                self._on_iopub(request, answer)
        return answer

    def _on_shell(self, request: str, answer: Answer) -> None:
        now = perf_counter() - answer.sent
        _, frames = self._session.feed_identities(self._shell.recv_multipart())
        message = self._session.deserialize(frames)
        if message["parent_header"].get("msg_id") == request:
            answer.reply, answer.replied = message["content"], now

    def _on_iopub(self, request: str, answer: Answer) -> None:
        now = perf_counter() - answer.sent
        _, frames = self._session.feed_identities(self._iopub.recv_multipart())
        message = self._session.deserialize(frames)
        if message["parent_header"].get("msg_id") != request:
            return
        answer.messages += 1
        kind, content = message["msg_type"], message["content"]
        if kind == "stream":
            answer.texts.append(content["text"])
        elif kind == "execute_result":
            answer.shown = now
            answer.texts.append(content["data"].get("text/plain", ""))
        elif kind == "status" and content["execution_state"] == "idle":
            answer.ended = now

    def until(self, kind: str, content: dict[str, Any], wanted: Callable[[dict[str, Any]], bool]) -> float:
        """Sends a message; seconds until iopub has brought what is wanted, whatever it belongs to."""
        sent = perf_counter()
        self._session.send(self._shell, kind, content)
        while perf_counter() < sent + ANSWER_SECONDS:
            if self._iopub.poll(1000):
                now = perf_counter() - sent
                _, frames = self._session.feed_identities(self._iopub.recv_multipart())
                if wanted(self._session.deserialize(frames)):
                    return now
        raise self._problem(f"what a {kind} should bring did not come")

    def quiet(self, seconds: float) -> None:
        """Returns when nothing has come on iopub for so long."""
        while self._iopub.poll(seconds * 1000):
            self._iopub.recv_multipart()

    def shut_down(self) -> float:
        """Asks for the end, and makes an end where none comes, when Jupyter's client would; seconds until the process is gone."""
        # with a timeout, Popen.wait looks every 50 ms only, and would be measured along with the end
        ended = threading.Thread(target=self.process.wait, daemon=True)
        ended.start()
        asked = perf_counter()
        self._session.send(self._control, "shutdown_request", {"restart": False})
        for harder in (self.process.terminate, self.process.kill):
            ended.join(PATIENCE_SECONDS)
            if not ended.is_alive():
                break
            harder()
        ended.join(ANSWER_SECONDS)
        return perf_counter() - asked

    def _must(self, time: float | None, kind: str) -> float:
        if time is None:
            raise self._problem(f"no reply to {kind} came within {ANSWER_SECONDS:.0f} s")
        return time

    def _problem(self, what: str) -> Problem:
        said = self._words.read_text("utf-8", errors="replace").strip()
        return Problem(f"{self.contender.title}: {what}. It said: {said[-2000:] or 'nothing'}")
