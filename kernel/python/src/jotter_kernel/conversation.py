"""Starts a kernel by its command line and talks to it, within bounds: the training run and the self-check."""

from __future__ import annotations

import os
import queue
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import Problem

if TYPE_CHECKING:
    from jupyter_client.blocking import BlockingKernelClient

READY_SECONDS = 60
REPLY_SECONDS = 60


@contextmanager
def conversation(command_for: Callable[[str], list[str]], end_seconds: float) -> Iterator[BlockingKernelClient]:
    """A client of a kernel started with `command_for(connection_file)`; leaves when the kernel has ended by itself.

    Raises Problem with the kernel's last words when it does not answer or does not end.
    """
    from jupyter_client.blocking import BlockingKernelClient
    from jupyter_client.connect import write_connection_file

    with tempfile.TemporaryDirectory(prefix="jotter-") as folder:
        connection_file, _ = write_connection_file(os.path.join(folder, "connection.json"))
        words = Path(folder, "kernel.log")
        with words.open("wb") as log:
            # what it is asked here is nothing that a person has run
            process = subprocess.Popen(command_for(connection_file), env={**os.environ, "JOTTER_HISTORY": "off"}, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder)
        client: Any = BlockingKernelClient(connection_file=connection_file)
        try:
            client.load_connection_file()
            # no heartbeat: on a busy machine a late beat would be taken for the kernel's death
            client.start_channels(hb=False)
            _await_first_reply(client, process)
            client.wait_for_ready(timeout=READY_SECONDS)
            yield client
            client.shutdown()
            process.wait(end_seconds)
        except (RuntimeError, TimeoutError, queue.Empty, subprocess.TimeoutExpired) as failure:
            said = words.read_text("utf-8", errors="replace").strip()
            raise Problem(f"The kernel did not answer ({failure or 'no reply'}). It said: {said or 'nothing'}") from None
        finally:
            client.stop_channels()
            if process.poll() is None:
                process.kill()
                process.wait()


def _await_first_reply(client: BlockingKernelClient, process: subprocess.Popen[bytes]) -> None:
    """Returns with the first reply to kernel_info.

    Raises RuntimeError as soon as the process has ended, TimeoutError when it only does not answer.
    """
    give_up = time.monotonic() + READY_SECONDS
    while time.monotonic() < give_up:
        client.kernel_info()
        try:
            if client.get_shell_msg(timeout=1)["msg_type"] == "kernel_info_reply":
                return
        except queue.Empty:
            if process.poll() is not None:
                raise RuntimeError(f"it ended with code {process.returncode}") from None
    raise TimeoutError(f"no reply within {READY_SECONDS} s")


def evaluate(client: BlockingKernelClient, code: str) -> str:
    """The text of the result of a cell.

    Raises Problem with the error when the cell ends in one.
    """
    shown: list[str] = []

    def keep(message: dict[str, Any]) -> None:
        content = message["content"]
        if message["msg_type"] == "stream":
            shown.append(content["text"])
        elif message["msg_type"] in ("execute_result", "display_data"):
            shown.append(content["data"].get("text/plain", ""))

    reply = client.execute_interactive(code, allow_stdin=False, timeout=REPLY_SECONDS, output_hook=keep)["content"]
    if reply["status"] != "ok":
        raise Problem(f"The cell `{code}` ended in an error: {reply.get('ename')}: {reply.get('evalue')}")
    return "".join(shown).strip()
