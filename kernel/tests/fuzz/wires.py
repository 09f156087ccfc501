"""The sockets by which a kernel is fuzzed."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

import zmq

SECONDS = 30
RESET = struct.pack("ii", 1, 0)
# the requests that must be answered, by their ids
Wanted = dict[str, list[bytes]]


class Hang(AssertionError):
    """What had to come did not."""


class Wires:
    """One socket a channel, and as many raw ones as it takes."""

    def __init__(self, connection: dict[str, Any]) -> None:
        self.ports = {channel: connection[f"{channel}_port"] for channel in ("shell", "control", "stdin", "iopub", "hb")}
        self.context = zmq.Context()
        self.shell, self.control, self.stdin = (self._open(zmq.DEALER, channel) for channel in ("shell", "control", "stdin"))
        self.iopub = self._open(zmq.SUB, "iopub")
        self.iopub.subscribe(b"")
        self.beat = self._open(zmq.REQ, "hb")
        self.heard: list[list[bytes]] = []

    def _open(self, kind: int, channel: str) -> zmq.Socket:
        opened = self.context.socket(kind)
        opened.linger = 0
        opened.set_hwm(0)
        opened.connect(f"tcp://127.0.0.1:{self.ports[channel]}")
        return opened

    def replies(self, channel: zmq.Socket, wanted: Wanted, what: str) -> dict[str, dict[str, Any]]:
        """The contents of the replies to these requests, by the ids of the requests; waits for all of them."""
        found: dict[str, dict[str, Any]] = {}
        while missing := wanted.keys() - found.keys():
            if not channel.poll(SECONDS * 1000):
                raise Hang(f"{len(missing)} of {len(wanted)} replies did not come on {what}; the first is to {wanted[min(missing)]}")
            frames = channel.recv_multipart()
            parent = json.loads(frames[-3]).get("msg_id")
            if isinstance(parent, str):
                found[parent] = json.loads(frames[-1])
        return found

    def hear(self) -> None:
        """Takes what has come on iopub, so that nothing piles up in the kernel; keeps the last of it."""
        while self.iopub.poll(0):
            self.heard.append(self.iopub.recv_multipart())
        del self.heard[:-50]

    def until_heard(self, message: str, state: str) -> None:
        """Waits for a status on iopub."""
        while True:
            if not self.iopub.poll(SECONDS * 1000):
                raise Hang(f"no {state} came on iopub")
            frames = self.iopub.recv_multipart()
            self.heard.append(frames)
            if frames[0] == b"status" and json.loads(frames[4]).get("msg_id") == message and json.loads(frames[6])["execution_state"] == state:
                return

    def beats(self) -> None:
        self.beat.send(b"beat")
        if not self.beat.poll(SECONDS * 1000) or self.beat.recv() != b"beat":
            raise Hang("the heart does not beat")

    def write(self, channel: str, data: bytes, reset: bool) -> None:
        """Bytes on a connection of their own, which then ends, in order or not."""
        with socket.create_connection(("127.0.0.1", self.ports[channel]), timeout=SECONDS) as raw:
            try:
                raw.sendall(data)
                if reset:
                    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                else:
                    raw.shutdown(socket.SHUT_WR)
                    # until the other side has read it all, or has hung up
                    raw.settimeout(0.005)
                    raw.recv(4096)
            except OSError:
                pass  # it hung up first, which is its right

    def close(self) -> None:
        for each in (self.shell, self.control, self.stdin, self.iopub, self.beat):
            each.close()
        self.context.term()
