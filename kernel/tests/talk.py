"""What a test says to a kernel: one action, one method."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from jupyter_client import BlockingKernelClient, KernelManager

SECONDS = 60
Message = dict[str, Any]


def plain(text: str) -> str:
    """Without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@dataclass(frozen=True)
class Result:
    """A cell's reply, and what came on iopub under it from busy to idle."""

    reply: Message
    messages: list[Message]

    @property
    def content(self) -> dict[str, Any]:
        return self.reply["content"]

    @property
    def status(self) -> str:
        return self.content["status"]

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The contents of the messages of this kind."""
        return [message["content"] for message in self.messages if message["msg_type"] == kind]

    @property
    def data(self) -> dict[str, Any]:
        """The representations of the result, none without a result."""
        return next((content["data"] for content in self.of("execute_result")), {})

    @property
    def text(self) -> str | None:
        return self.data.get("text/plain")

    @property
    def shown(self) -> list[dict[str, Any]]:
        return [content["data"] for content in self.of("display_data")]

    def printed(self, name: str = "stdout") -> str:
        return "".join(content["text"] for content in self.of("stream") if content["name"] == name)

    @property
    def error(self) -> str:
        """The traceback as it reads."""
        return plain("\n".join(line for content in self.of("error") for line in content["traceback"]))

    @property
    def kinds(self) -> list[str]:
        """The messages in their order, a status by its state."""
        return [message["content"].get("execution_state", message["msg_type"]) for message in self.messages]


@dataclass
class Notebook:
    """One kernel and its client. Everything on iopub is kept, so that a test can ask for what came between."""

    manager: KernelManager
    client: BlockingKernelClient
    folder: Path
    log: Path
    heard: list[Message] = field(default_factory=list)
    replies: dict[str, Message] = field(default_factory=dict)

    def send(self, code: str, **options: Any) -> str:
        """Sends a cell; the id of its request."""
        return self.client.execute(code, **{"allow_stdin": False, **options})

    def run(self, code: str, **options: Any) -> Result:
        return self.result(self.send(code, **options))

    def result(self, request: str) -> Result:
        """Waits for a cell's reply and for its idle."""
        reply = self.reply(request)
        self.idle(request)
        return Result(reply, self.under(request))

    def reply(self, request: str) -> Message:
        """Waits for the reply to a request on shell, and keeps those to others."""
        while request not in self.replies:
            message = self.client.get_shell_msg(timeout=SECONDS)
            self.replies[message["parent_header"]["msg_id"]] = message
        return self.replies[request]

    def control(self, kind: str, **content: Any) -> Message:
        """Asks on control and waits for the reply."""
        message = self.client.session.msg(kind, content)
        self.client.control_channel.send(message)
        while True:
            reply = self.client.get_control_msg(timeout=SECONDS)
            if reply["parent_header"]["msg_id"] == message["msg_id"]:
                return reply

    def interrupt(self) -> None:
        assert self.control("interrupt_request")["content"]["status"] == "ok"

    def hear(self) -> Message:
        """The next message on iopub."""
        self.heard.append(self.client.get_iopub_msg(timeout=SECONDS))
        return self.heard[-1]

    def until(self, wanted: Callable[[Message], bool]) -> Message:
        """The first message on iopub that is wanted; waits for it if it has not come yet."""
        for message in self.heard:
            if wanted(message):
                return message
        while not wanted(message := self.hear()):
            pass
        return message

    def idle(self, request: str) -> Message:
        """Waits for the idle of a request."""
        return self.until(lambda message: message["parent_header"].get("msg_id") == request and message["content"].get("execution_state") == "idle")

    def under(self, request: str) -> list[Message]:
        """What has come on iopub so far under a request."""
        return [message for message in self.heard if message["parent_header"].get("msg_id") == request]

    def printed(self, request: str, text: str) -> None:
        """Waits until this text stands under a request."""
        while text not in "".join(message["content"]["text"] for message in self.under(request) if message["msg_type"] == "stream"):
            self.hear()

    def running(self, statements: str, **options: Any) -> str:
        """Sends a cell of one block and returns when it runs."""
        request = self.send('{ System.out.println("started"); ' + statements + " }", **options)
        self.printed(request, "started")
        return request

    def held(self, statements: str, **options: Any) -> str:
        """Sends a cell that does this as soon as it is let go."""
        request = self.send('{ readLine("go?"); ' + statements + " }", allow_stdin=True, **options)
        self.client.get_stdin_msg(timeout=SECONDS)
        return request

    def let_go(self) -> None:
        """Lets the held cell go; what was sent before has been read by then, for shell is read in order."""
        self.reply(self.client.is_complete(""))
        self.client.input("go")

    @property
    def front(self) -> psutil.Process:
        """The process that speaks with the client."""
        return psutil.Process(self.manager.provisioner.pid)

    @property
    def worker(self) -> psutil.Process:
        """The process in which cells run; asked of a cell, because a successor takes its place when it dies."""
        return psutil.Process(int(self.run("ProcessHandle.current().pid()", store_history=False).text))
