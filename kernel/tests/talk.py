"""What a test says to a kernel: one action, one helper."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from jupyter_client import BlockingKernelClient, KernelManager

SECONDS = 60


@dataclass
class Result:
    reply: dict[str, Any]
    messages: list[dict[str, Any]] = field(default_factory=list)

    @property
    def status(self) -> str:
        return self.reply["status"]

    @property
    def text(self) -> str | None:
        """The plain text of the result, None if there is none."""
        found = [m["content"]["data"].get("text/plain") for m in self.messages if m["msg_type"] == "execute_result"]
        return found[0] if found else None

    @property
    def printed(self) -> str:
        return "".join(m["content"]["text"] for m in self.messages if m["msg_type"] == "stream")

    @property
    def error(self) -> str:
        """The traceback as it reads, without colours."""
        lines = [line for m in self.messages if m["msg_type"] == "error" for line in m["content"]["traceback"]]
        return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(lines))

    @property
    def kinds(self) -> list[str]:
        """The messages on iopub in their order, a status by its state."""
        return [m["content"]["execution_state"] if m["msg_type"] == "status" else m["msg_type"] for m in self.messages]


@dataclass
class Notebook:
    manager: KernelManager
    client: BlockingKernelClient

    def send(self, code: str, **options: Any) -> str:
        """Sends a cell and returns the id of its request."""
        return self.client.execute(code, **{"allow_stdin": False, **options})

    def run(self, code: str, **options: Any) -> Result:
        return self.result(self.send(code, **options))

    def result(self, request: str) -> Result:
        """Waits for a cell's reply and for its idle."""
        reply = self.reply(request)
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=SECONDS)
            if message["parent_header"].get("msg_id") != request:
                continue
            messages.append(message)
            if message["content"].get("execution_state") == "idle":
                return Result(reply, messages)

    def reply(self, request: str) -> dict[str, Any]:
        while True:
            message = self.client.get_shell_msg(timeout=SECONDS)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def await_text(self, text: str) -> None:
        """Waits until something is printed that holds this."""
        seen = ""
        while text not in seen:
            message = self.client.get_iopub_msg(timeout=SECONDS)
            if message["msg_type"] == "stream":
                seen += message["content"]["text"]

    def running(self, statements: str, **options: Any) -> str:
        """Sends a cell of one block and returns when it runs."""
        request = self.send('{ System.out.println("started"); ' + statements + " }", **options)
        self.await_text("started")
        return request
