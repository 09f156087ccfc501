"""A slider that is moved, until the page has the new picture: Jotter alone, through `interact`."""

from __future__ import annotations

from typing import Any

from contenders import Contender
from ledger import MOVED, MOVED_PRINTED, Ledger, in_turn
from talker import Talker

WARM_UP = 40
ROUNDS = 200
PICTURE = """interact((rate, n) -> {
    double[] x = java.util.stream.IntStream.range(0, 200).mapToDouble(i -> i / 20.0).toArray();
    double[] y = java.util.Arrays.stream(x).map(t -> Math.exp(-rate * t) * Math.sin(n * t)).toArray();
    return LineChart.of("a damped wave", "t", "y", "A wave that dies down.").with("y", x, y);
}, range(0.0, 1.0), range(1, 10))"""
PRINTED = "interact((rate, n) -> rate * n, range(0.0, 1.0), range(1, 10))"


def measure(contenders: list[Contender], environment: dict[str, str], ledger: Ledger) -> None:
    ours = [contender for contender in contenders if contender.is_ours]
    for cell, book in (PRINTED, MOVED_PRINTED), (PICTURE, MOVED):
        for contender in in_turn(ours, 0):
            with Talker(contender, environment) as talker:
                talker.ready()
                talker.run(talker.contender.tongue.variable)
                slider, output = _opened(talker, cell)
                talker.quiet(1)
                for round_ in range(WARM_UP + ROUNDS):
                    took = _moved(talker, slider, output, (round_ % 97 + 1) / 100)
                    if round_ >= WARM_UP:
                        ledger.note(book, contender.key, took)
                talker.shut_down()


def _opened(talker: Talker, cell: str) -> tuple[str, str]:
    """The ids of the first slider and of the output that it changes."""
    models: dict[str, str] = {}

    def shown(message: dict[str, Any]) -> bool:
        if message["msg_type"] == "comm_open":
            models.setdefault(message["content"]["data"]["state"]["_model_name"], message["content"]["comm_id"])
        return message["msg_type"] == "execute_result"

    content = {"code": cell, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
    talker.until("execute_request", content, shown)
    return models["FloatSliderModel"], models["OutputModel"]


def _moved(talker: Talker, slider: str, output: str, value: float) -> float:
    def new(message: dict[str, Any]) -> bool:
        return message["msg_type"] == "comm_msg" and message["content"]["comm_id"] == output and bool(message["content"]["data"]["state"].get("outputs"))

    return talker.until("comm_msg", {"comm_id": slider, "data": {"method": "update", "state": {"value": value}, "buffer_paths": []}}, new)
