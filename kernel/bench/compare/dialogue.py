"""One kernel that is probed, from its launch to its end, spoken to by Jupyter's own client."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty
from typing import Any

import psutil
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec
from rivals import Rival

READY_SECONDS = 60.0
ANSWER_SECONDS = 20.0
Message = dict[str, Any]


def _text(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


class NoAnswerError(Exception):
    """Nothing came in time."""


@dataclass
class Said:
    """What came of a cell."""

    reply: Message
    messages: list[Message]
    seconds: float

    @property
    def status(self) -> str:
        return self.reply["content"].get("status", "")

    def of(self, *kinds: str) -> list[Message]:
        return [message["content"] for message in self.messages if message["msg_type"] in kinds]

    @property
    def bundles(self) -> list[dict[str, Any]]:
        return [content["data"] for content in self.of("execute_result", "display_data")]

    @property
    def result(self) -> str:
        return "\n".join(data.get("text/plain") or _text(data.get("text/html", "")) for data in self.bundles)

    def printed(self, name: str = "stdout") -> str:
        return "".join(content["text"] for content in self.of("stream") if content["name"] == name)

    @property
    def error(self) -> str:
        lines = "\n".join(line for content in self.of("error") for line in content.get("traceback", []))
        return re.sub(r"\x1b\[[0-9;]*m", "", lines)

    @property
    def anything(self) -> str:
        return self.result + self.printed() + self.printed("stderr") + self.error


@dataclass
class Dialogue:
    rival: Rival
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="jotter-compare-")))

    def __post_init__(self) -> None:
        # a history of its own: what is probed is nothing that a person has run
        own = {"IPYTHONDIR": str(self.folder / "ipython"), "JOTTER_HISTORY": str(self.folder / "history.jsonl")}
        self.environment = {**os.environ, **own, **self.rival.environment}
        self.start()

    def start(self) -> None:
        spec = KernelSpec(argv=list(self.rival.argv), display_name=self.rival.title, language=self.rival.language, interrupt_mode=self._interrupt_mode())
        self.manager = KernelManager()
        self.manager._kernel_spec = spec
        with (self.folder / "kernel.log").open("ab") as log:
            self.manager.start_kernel(cwd=str(self.folder), env=self.environment, stdout=log, stderr=log)
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        try:
            self.client.wait_for_ready(timeout=READY_SECONDS)
        except RuntimeError as failure:
            self.end()
            raise NoAnswerError(f"it did not start: {failure}") from None

    def _interrupt_mode(self) -> str:
        return "signal" if self.rival.language == "python" else "message"

    def end(self) -> None:
        family: list[psutil.Process] = []
        try:
            own = psutil.Process(self.manager.provisioner.pid)
            family = [own, *own.children(recursive=True)]
        except (psutil.NoSuchProcess, AttributeError):
            pass
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        for process in family:
            if process.is_running():
                process.kill()

    def close(self) -> None:
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def restart(self) -> None:
        """Ends it in order, as a person does, and starts it anew."""
        self.client.shutdown()
        self.manager.finish_shutdown()
        self.end()
        self.start()

    def send(self, code: str, **options: Any) -> str:
        return self.client.execute(code, **{"allow_stdin": False, "stop_on_error": False, **options})

    def run(self, code: str, seconds: float = ANSWER_SECONDS, **options: Any) -> Said:
        return self.said(self.send(code, **options), seconds)

    def said(self, request: str, seconds: float = ANSWER_SECONDS, until: Callable[[Message], bool] | None = None) -> Said:
        """What came under a request up to its idle, or up to the message that is waited for."""
        began = time.monotonic()
        messages = []
        while True:
            message = self.next(self.client.get_iopub_msg, began + seconds)
            if message["parent_header"].get("msg_id") != request:
                continue
            messages.append(message)
            if until and until(message):
                return Said({"content": {}}, messages, time.monotonic() - began)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        reply = self.reply(request, began + seconds - time.monotonic())
        return Said(reply, messages, time.monotonic() - began)

    def reply(self, request: str, seconds: float = ANSWER_SECONDS) -> Message:
        deadline = time.monotonic() + seconds
        while True:
            message = self.next(self.client.get_shell_msg, deadline)
            if message["parent_header"].get("msg_id") == request:
                return message

    def control(self, kind: str, seconds: float = ANSWER_SECONDS, **content: Any) -> dict[str, Any]:
        request = self.client.session.msg(kind, content)
        self.client.control_channel.send(request)
        deadline = time.monotonic() + seconds
        while True:
            message = self.next(self.client.get_control_msg, deadline)
            if message["parent_header"].get("msg_id") == request["msg_id"]:
                return message["content"]

    @staticmethod
    def next(get: Callable[..., Message], deadline: float) -> Message:
        try:
            return get(timeout=max(0.05, deadline - time.monotonic()))
        except Empty:
            raise NoAnswerError("no answer came") from None
