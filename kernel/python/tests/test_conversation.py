"""The conversation of the training run and of the self-check, with small kernels of the tests' own."""

import sys

import pytest
from jotter_kernel.conversation import conversation
from jotter_kernel.errors import Problem

# answers the fourth request only, some three seconds late; nobody hears its heartbeat
TOO_BUSY = """
import json, sys, zmq
from jupyter_client.session import Session
told = json.load(open(sys.argv[1]))
session = Session(key=told["key"].encode(), signature_scheme=told["signature_scheme"])
context = zmq.Context()
def bind(kind, name):
    socket = context.socket(kind)
    socket.bind("tcp://%s:%d" % (told["ip"], told[name + "_port"]))
    return socket
shell, control, iopub = bind(zmq.ROUTER, "shell"), bind(zmq.ROUTER, "control"), bind(zmq.PUB, "iopub")
poller = zmq.Poller()
poller.register(shell, zmq.POLLIN)
poller.register(control, zmq.POLLIN)
passed_over = 0
while True:
    for socket, _ in poller.poll():
        identities, frames = session.feed_identities(socket.recv_multipart())
        request = session.deserialize(frames)
        if passed_over < 3:
            passed_over += 1
            continue
        reply = {"status": "ok", "protocol_version": "5.3"}
        session.send(socket, request["msg_type"].replace("request", "reply"), reply, request, identities)
        session.send(iopub, "status", {"execution_state": "idle"}, request)
        if request["msg_type"] == "shutdown_request":
            context.destroy(linger=1000)
            sys.exit()
"""


def test_a_kernel_too_busy_for_its_heartbeat_is_not_taken_for_dead():
    with conversation(lambda file: [sys.executable, "-c", TOO_BUSY, file], 30) as client:
        client.kernel_info()
        assert client.get_shell_msg(timeout=30)["content"]["status"] == "ok"


def test_a_kernel_that_ends_is_told_with_its_last_words():
    with pytest.raises(Problem, match=r"it ended with code 3\).* It said: no memory"):
        with conversation(lambda file: [sys.executable, "-c", "print('no memory', flush=True); raise SystemExit(3)", file], 30):
            pass
