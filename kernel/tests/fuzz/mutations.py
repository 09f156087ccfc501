"""What becomes of real traffic on its way: every mutation follows from a seeded generator, so that each can be made again."""

from __future__ import annotations

import json
import random
import struct

from . import traffic
from .traffic import CONTENT, HEADER, PARENT, Signer

NOISE = bytes(range(256)) * 4096
HUGE_SIZES = [0, 1, 1 << 20, 1 << 26, 2**31 - 1, 2**31, 2**32, 2**62, 2**63 - 1, 2**63, 2**64 - 2, 2**64 - 1]
SOCKET_TYPES = {"shell": b"DEALER", "control": b"DEALER", "stdin": b"DEALER", "iopub": b"SUB", "hb": b"REQ"}
GREETING = b"\xff" + bytes(8) + b"\x7f" + b"\x03\x00" + b"NULL".ljust(20, b"\0") + bytes(32)


def noise(chance: random.Random, most: int = 200) -> bytes:
    return chance.randbytes(chance.randrange(most))


def damaged(frame: bytes, chance: random.Random) -> bytes:
    """A frame with a bit turned, a piece missing, doubled or strange, or cut."""
    if not frame:
        return noise(chance)
    at, way = chance.randrange(len(frame)), chance.randrange(6)
    if way == 0:
        return frame[:at] + bytes([frame[at] ^ (1 << chance.randrange(8))]) + frame[at + 1 :]
    if way == 1:
        return frame[:at]
    if way == 2:
        return frame[:at] + frame[at + chance.randrange(1, 20) :]
    if way == 3:
        return frame + frame[at:]
    if way == 4:
        return frame[:at] + chance.choice([b"\xff\xfe", b"\xc0\x80", b"\xed\xa0\xbd", b"\xf5\x80\x80\x80", b"\x00", b"\xef\xbb\xbf"]) + frame[at:]
    return frame[:at] + noise(chance) + frame[at:]


def unsigned(recorded: list[list[bytes]], chance: random.Random) -> list[bytes]:
    """A recorded message as nobody has signed it, or as it came before: nothing in it may ever be done."""
    frames = list(chance.choice(recorded))
    way = chance.randrange(14)
    at = chance.randrange(len(frames))
    if way <= 3:
        frames[at] = damaged(frames[at], chance)
    elif way == 4:
        frames = frames[:at]
    elif way == 5:
        frames.insert(at, frames[chance.randrange(len(frames))])
    elif way == 6:
        del frames[at]
    elif way == 7:
        chance.shuffle(frames)
    elif way == 8:
        frames[1] = chance.choice(recorded)[1]
    elif way == 9:
        frames[1] = chance.choice([b"", b"0" * 64, frames[1][:63], frames[1].upper(), frames[1] + b"0", bytes(64)])
    elif way == 10:
        frames[2 + chance.randrange(4)] = chance.choice(recorded)[2 + chance.randrange(4)]
    elif way == 11:
        frames = [noise(chance) for _ in range(chance.randrange(12))] + frames
    elif way == 12:
        frames += [noise(chance) for _ in range(chance.randrange(12))]
    elif chance.random() < 0.02:
        frames[at] = NOISE[: chance.randrange(len(NOISE))]
    # what is left as it was is a message that comes a second time
    return frames or [b""]


def resigned(kind: str, signer: Signer, chance: random.Random) -> tuple[list[bytes], str | None]:
    """A message with the right signature and the wrong content; with the id of the reply that must come, if one must."""
    header = signer.header(kind, chance)
    content = dict({**traffic.SHELL, **traffic.CONTROL, **traffic.STDIN}[kind])
    if kind == "execute_request":
        content["code"] = chance.choice(traffic.CELLS)
    elif "cursor_pos" in content or kind == "is_complete_request":
        content["code"] = chance.choice(traffic.TYPED)
        content["cursor_pos"] = chance.randrange(-3, len(content["code"]) + 4)
    odd: dict[str, str] = {}
    for name in chance.sample(sorted(content), min(len(content), chance.randrange(3))):
        odd[name] = chance.choice(traffic.ODD)
        # whatever is run is written here, and asks for nothing
        if name == "code" and kind == "execute_request" or name == "allow_stdin":
            del odd[name]
    parts = [traffic.written(header, {}, chance).encode(), b"{}", b"{}", traffic.written(content, odd, chance).encode()]
    way = chance.randrange(8)
    if way == 0:
        name = chance.choice(sorted(header))
        if name != "msg_type":
            parts[HEADER] = traffic.written(header, {name: chance.choice(traffic.ODD)}, chance).encode()
    elif way == 1:
        parts[HEADER] = traffic.written({**header, "version": chance.choice(traffic.VERSIONS)}, {}, chance).encode()
    elif way == 2:
        parts[PARENT] = traffic.written(header, {chance.choice(sorted(header)): chance.choice(traffic.ODD)}, chance).encode()
    elif way == 3:
        at = chance.randrange(4)
        parts[at] = chance.choice([traffic.DEEP.encode(), b"", b"[]", b"null", b"1", b"{", parts[at] + parts[at], damaged(parts[at], chance)])
        if at == CONTENT and kind == "execute_request":
            parts[at] = b"{}"
    elif way == 4:
        parts[HEADER] = traffic.written({**header, "msg_type": chance.choice(["", "no_such_request", "_request", "request", "😀", "status", "execute_reply"])}, {}, chance).encode()
    must_reply = way >= 5 and kind.endswith("_request") and kind != "connect_request" and is_plain(odd)
    return signer.signed(parts), header["msg_id"] if must_reply else None


def _refused(constant: str) -> None:
    raise ValueError(constant)


def is_plain(odd: dict[str, str]) -> bool:
    """Whether these values are JSON, if odd: only then is the message one."""
    try:
        for value in odd.values():
            json.loads(value, parse_constant=_refused)
    except (ValueError, RecursionError):
        return False
    return True


def stream(channel: str, recorded: list[list[bytes]], chance: random.Random) -> bytes:
    """What a stranger writes to a port itself: ZeroMQ's protocol as it should be, and then not quite."""
    kind = SOCKET_TYPES[channel] if chance.random() < 0.8 else chance.choice([b"PUB", b"XPUB", b"ROUTER", b"", b"\xff" * 9])
    pieces = [GREETING, ready(kind)]
    for _ in range(chance.randrange(4)):
        pieces += _piece(channel, recorded, chance)
    way = chance.randrange(6)
    if way == 0:
        at = chance.randrange(len(pieces))
        pieces[at] = damaged(pieces[at], chance)
    elif way == 1:
        del pieces[chance.randrange(len(pieces))]
    elif way == 2:
        return damaged(b"".join(pieces), chance)
    elif way == 3 and chance.random() < 0.2:
        return chance.choice([b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", bytes(64), b"\xff" * 4096, b"\x16\x03\x01\x02\x00", noise(chance, 2000)])
    return b"".join(pieces)


def _piece(channel: str, recorded: list[list[bytes]], chance: random.Random) -> list[bytes]:
    way = chance.randrange(6)
    if way == 0:
        # a frame that names a size and does not have it
        return [bytes([chance.choice([2, 3, 6, 2 | 0x80])]) + struct.pack(">Q", chance.choice(HUGE_SIZES)) + noise(chance)]
    if way == 1:
        # a command, most of them cut
        body = chance.choice([b"\x04PING\x00\x01context", b"\x04PING", b"\x04PONG", b"\x09SUBSCRIBEtopic", b"\x06CANCELtopic", b"\x05ERROR\xff", b"\x05READY", b"\xff", b""])
        return [framed(body[: chance.randrange(len(body) + 1)], 4)]
    if channel == "iopub":
        topic = chance.choice([b"", b"stream", b"kernel.x.status", b"a" * chance.choice([100, 1000, 1023, 1024, 5000, 100_000]), noise(chance)])
        return [framed(bytes([chance.choice([0, 1, 1, 1, 2, 255])]) + topic, chance.choice([0, 0, 0, 1]))]
    if channel == "hb":
        return [framed(b"", 1), framed(noise(chance, 2000), chance.choice([0, 0, 1]))]
    frames = unsigned(recorded, chance)
    return [framed(frame, 1 if at < len(frames) - 1 else 0) for at, frame in enumerate(frames)]


def ready(kind: bytes) -> bytes:
    """What follows the greeting: the kind of socket that calls."""
    return framed(b"\x05READY" + b"\x0bSocket-Type" + struct.pack(">I", len(kind)) + kind + b"\x08Identity" + struct.pack(">I", 0), 4)


def framed(body: bytes, flags: int = 0) -> bytes:
    """As ZeroMQ writes it."""
    if len(body) < 256:
        return bytes([flags, len(body)]) + body
    return bytes([flags | 2]) + struct.pack(">Q", len(body)) + body

