"""Real traffic: one message of each kind that a client sends, and what a hostile or broken one could put in its place."""

from __future__ import annotations

import hashlib
import hmac
import json
import random
import uuid
from dataclasses import dataclass
from typing import Any

DELIMITER = b"<IDS|MSG>"
HEADER, PARENT, METADATA, CONTENT = range(4)

# a run of any of these that was not asked for with the key is seen in the count
CANARY = "executed++;"
CELLS = ["1 + 1", "1 +", 'String s = "😀";', "noSuchName", "int x = ;", "}", "", "%nosuchmagic", "// 😀", '"\\ud83d"', "\x00", "\u202e1"]
TYPED = ["Math.hyp", 'String s = "😀😀"; Math.hyp', "😀😀Math.", "\ud83dMath.ab", "%ma", "%%", '"""\n😀', "e\u0301.x", "new java.util.ArrayList<>().st", "a\r\nb."]

SHELL: dict[str, dict[str, Any]] = {
    "execute_request": {"code": CANARY, "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True},
    "complete_request": {"code": "Math.hyp", "cursor_pos": 8},
    "inspect_request": {"code": "Math.hypot(1, 2)", "cursor_pos": 7, "detail_level": 0},
    "history_request": {"output": False, "raw": True, "hist_access_type": "tail", "session": 0, "start": 0, "stop": 5, "n": 5, "pattern": "*", "unique": False},
    "is_complete_request": {"code": "int f() {"},
    "comm_info_request": {"target_name": "fuzz"},
    "kernel_info_request": {},
    "comm_open": {"comm_id": "one", "target_name": "fuzz", "data": {"a": 1}},
    "comm_msg": {"comm_id": "one", "data": {"a": [1, 2, {"b": None}]}},
    "comm_close": {"comm_id": "one", "data": {}},
    "connect_request": {},
}
CONTROL: dict[str, dict[str, Any]] = {
    "kernel_info_request": {},
    "interrupt_request": {},
    "debug_request": {"type": "request", "seq": 1, "command": "initialize", "arguments": {}},
    "shutdown_request": {"restart": False},
    "execute_request": SHELL["execute_request"],
}
STDIN: dict[str, dict[str, Any]] = {"input_reply": {"status": "ok", "value": "wrong"}}
CHANNELS = {"shell": SHELL, "control": CONTROL, "stdin": STDIN}

DEEP = "[" * 100_000
# JSON as it is written, so that it may be what no library writes
ODD = [
    *["null", "true", "false", "-1", "0", "0.5", "2147483648", "9223372036854775808", "1e999999", "-1e999999999", "1e-999999"],
    *['""', '"x"', '"😀"', '"\\ud83d"', '"\\udc00\\ud83d"', '"\\u0000"', '"%n$s{}"', "[]", "{}", "[[[]]]", '{"a":{"b":[1,2,{"c":null}]}}'],
    *["NaN", "Infinity", "bare", "'single'", "01", "+1", '{"a":1,"a":2}', "[1,]", '"\\x"', '"\t"', "{" * 300, '{"a":' * 200 + "1" + "}" * 200],
]
VERSIONS = ["5.3", "5.2", "4.0", "0", "6.0", "999.999", "", "x", "-1", "5.5.5.5"]


@dataclass(frozen=True)
class Signer:
    """Writes messages as a client with this key does."""

    key: bytes
    session: str

    def sign(self, parts: list[bytes]) -> bytes:
        return hmac.new(self.key, b"".join(parts), hashlib.sha256).hexdigest().encode()

    def signed(self, parts: list[bytes]) -> list[bytes]:
        return [DELIMITER, self.sign(parts), *parts]

    def header(self, kind: str, chance: random.Random | None = None) -> dict[str, Any]:
        number = uuid.UUID(int=chance.getrandbits(128)) if chance else uuid.uuid4()
        return {"msg_id": str(number), "session": self.session, "username": "fuzz", "date": "2024-01-01T00:00:00.000000Z", "msg_type": kind, "version": "5.3"}

    def message(self, kind: str, content: dict[str, Any], parent: dict[str, Any] | None = None, chance: random.Random | None = None) -> list[bytes]:
        return self.signed([json.dumps(part).encode() for part in (self.header(kind, chance), parent or {}, {}, content)])


def written(fields: dict[str, Any], odd: dict[str, str], chance: random.Random) -> str:
    """An object as JSON, with odd values in the place of its fields' own."""
    pairs = [(name, odd.get(name) or json.dumps(value)) for name, value in fields.items()]
    pairs += [(name, value) for name, value in odd.items() if name not in fields]
    if pairs and chance.random() < 0.1:
        pairs.append(chance.choice(pairs))
    return "{" + ",".join(f"{json.dumps(name)}:{value}" for name, value in pairs) + "}"
