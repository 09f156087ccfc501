"""Frames that no client sends: each is logged and dropped, and the kernel answers as before."""

import json
import socket
import struct

import pytest
import zmq

from fuzz.mutations import GREETING, framed, ready

CHANNELS = ["shell", "control", "stdin"]
DELIMITER = b"<IDS|MSG>"


class Stranger:
    """A socket of its own on one channel, for frames that jupyter_client would never send."""

    def __init__(self, notebook, channel):
        self.notebook = notebook
        self.session = notebook.client.session
        self.context = zmq.Context()
        self.socket = self.context.socket(zmq.DEALER)
        self.socket.linger = 0
        self.socket.connect(address(notebook, channel))

    def send(self, frames):
        self.socket.send_multipart(frames)

    def signed(self, *parts):
        return [DELIMITER, self.session.sign(list(parts)), *parts]

    def request(self, kind="kernel_info_request", **content):
        return self.session.serialize(self.session.msg(kind, content))

    def answers(self):
        """Whether a right request is answered on this socket; what came before it has been read by then."""
        self.send(self.request())
        return self.socket.poll(60_000) and json.loads(self.socket.recv_multipart()[-1])["status"] == "ok"


def address(notebook, channel):
    return f"tcp://127.0.0.1:{port(notebook, channel)}"


def port(notebook, channel):
    return notebook.client.get_connection_info()[f"{channel}_port"]


@pytest.fixture
def stranger(notebook):
    opened = []

    def on(channel):
        opened.append(Stranger(notebook, channel))
        return opened[-1]

    yield on
    for each in opened:
        each.socket.close()
        each.context.term()


def _parts(stranger):
    _, _, *parts = stranger.request()
    return parts


BAD = {
    "a forged signature": (lambda s: [DELIMITER, b"0" * 64, *_parts(s)], "signature is not of this kernel's key"),
    "no signature": (lambda s: [DELIMITER, b"", *_parts(s)], "signature is not of this kernel's key"),
    "a changed content": (lambda s: [*s.request("execute_request", code="1")[:-1], b'{"code": "2"}'], "signature is not of this kernel's key"),
    "a header that is no JSON": (lambda s: s.signed(b"{no json", b"{}", b"{}", b"{}"), "its header is no JSON"),
    "a content that is no object": (lambda s: s.signed(*_parts(s)[:3], b"[1]"), "its content is not one JSON object"),
    "bytes that are no text": (lambda s: s.signed(b"\xff\xfe\x00", b"{}", b"{}", b"{}"), "its header is no UTF-8"),
    "a text that is nearly none": (lambda s: s.signed(*_parts(s)[:3], b'{"code": "\xed\xa0\xbd"}'), "its content is no UTF-8"),
    "a hundred thousand brackets": (lambda s: s.signed(*_parts(s)[:3], b'{"code":' + b"[" * 100_000), "Nesting limit"),
    "a header without a type": (lambda s: s.signed(b"{}", b"{}", b"{}", b"{}"), "does not know it"),
    "a header of the wrong shape": (lambda s: s.signed(b'{"msg_type": {"a": [1]}, "msg_id": 7}', b"{}", b"{}", b"{}"), 'of type ""'),
    "a message cut short": (lambda s: s.request()[:4], "it is cut after"),
    "a lone delimiter": (lambda s: [DELIMITER], "it is cut after"),
    "no delimiter": (lambda s: [b"hello", b"world"], "no <IDS|MSG> among its"),
    "empty frames": (lambda s: [b""] * 7, "no <IDS|MSG> among its"),
    "an unknown type": (lambda s: s.request("no_such_request"), 'of type "no_such_request"'),
    "a megabyte of noise": (lambda s: [bytes(range(256)) * 4096], "no <IDS|MSG> among its"),
}


@pytest.mark.parametrize("bad", BAD)
def test_what_is_no_message_is_logged_and_dropped(notebook, stranger, bad):
    frames, told = BAD[bad]
    sender = stranger("shell")
    before = len(notebook.log.read_text("utf-8"))
    sender.send(frames(sender))
    assert sender.answers()
    assert told in notebook.log.read_text("utf-8")[before:]
    assert notebook.run("1 + 1").text == "2"


def test_a_message_that_is_sent_again_is_not_run_again(notebook, stranger):
    notebook.run("int times = 0;")
    sender = stranger("shell")
    frames = sender.request("execute_request", code="times++;", silent=False)
    sender.send(frames)
    assert sender.socket.poll(60_000) and json.loads(sender.socket.recv_multipart()[-1])["status"] == "ok"
    sender.send(frames)
    assert sender.answers()
    assert notebook.run("times").text == "1"
    assert "its signature was used before" in notebook.log.read_text("utf-8")


@pytest.mark.parametrize("content", [{}, {"code": None}, {"code": 7}, {"code": {"a": 1}}, {"code": "1", "user_expressions": 3, "silent": "maybe"}])
def test_a_request_of_the_wrong_shape_is_answered(notebook, stranger, content):
    sender = stranger("shell")
    sender.send(sender.request("execute_request", **content))
    assert sender.socket.poll(60_000)
    assert json.loads(sender.socket.recv_multipart()[-1])["status"] in ("ok", "error")
    assert notebook.run("1 + 1").text == "2"


@pytest.mark.parametrize("channel", [*CHANNELS, "hb", "iopub"])
def test_noise_on_a_channel_is_no_harm(notebook, stranger, channel):
    sender = stranger(channel)
    for frames in [[b""], [b"noise"], [DELIMITER], [b"", b"\x00\xff" * 1000, b""], sender.request("no_such_request")]:
        sender.send(frames)
    # and bytes that are not even ZeroMQ's
    for noise in [b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"\x00" * 64, b"\xff" * 4096]:
        with socket.create_connection(("127.0.0.1", port(notebook, channel)), timeout=60) as raw:
            raw.sendall(noise)
    assert stranger("shell").answers() and stranger("control").answers()
    beat = stranger("hb")
    beat.send([b"", b"beat"])
    assert beat.socket.poll(60_000) and beat.socket.recv_multipart() == [b"", b"beat"]
    cell = notebook.send('readLine("still there? ")', allow_stdin=True)
    assert notebook.client.get_stdin_msg(timeout=60)["content"]["prompt"] == "still there? "
    notebook.client.input("yes")
    assert notebook.result(cell).text == "yes"


def raw(notebook, channel, kind, sent):
    """ZeroMQ's own protocol, spoken by hand: what no library of it would send. All of it in one piece, as it may come."""
    with socket.create_connection(("127.0.0.1", port(notebook, channel)), timeout=60) as stranger:
        stranger.sendall(GREETING + ready(kind) + sent)
        stranger.shutdown(socket.SHUT_WR)
        while stranger.recv(4096):
            pass


@pytest.mark.parametrize("size", [2**31 - 20, 2**31 - 1, 2**31, 2**63, 2**64 - 1])
def test_a_frame_that_names_a_monstrous_size_takes_neither_memory_nor_the_kernel(notebook, size):
    before = notebook.front.memory_info().rss
    for channel, kind in [("shell", b"DEALER"), ("control", b"DEALER"), ("stdin", b"DEALER"), ("iopub", b"SUB"), ("hb", b"REQ")]:
        try:
            raw(notebook, channel, kind, b"\x02" + struct.pack(">Q", size) + b"and a few bytes")
        except OSError:
            pass  # it was hung up on
    assert notebook.run("1 + 1").text == "2"
    assert notebook.front.memory_info().rss - before < 300 << 20


@pytest.mark.parametrize("length", [1_000, 100_000, 2_000_000])
def test_a_topic_of_any_length_leaves_iopub_alive(notebook, length):
    try:
        raw(notebook, "iopub", b"SUB", framed(b"\x01" + b"a" * length))
    except OSError:
        pass  # it was hung up on
    assert notebook.run('System.out.print("heard"); 1 + 1').printed() == "heard"


def test_a_command_of_zeromq_that_is_cut_short_harms_no_other_connection(notebook):
    for length in range(1, 8):
        raw(notebook, "shell", b"DEALER", framed(b"\x04PING\x00\x01"[:length], 4))
    assert notebook.run("1 + 1").text == "2"


def test_what_the_kernel_has_published_and_so_signed_is_not_taken_from_a_stranger(notebook, stranger):
    """Anyone who can read iopub has messages with a right signature: a comm's, for example."""
    with zmq.Context() as context, context.socket(zmq.SUB) as reader:
        reader.linger = 0
        reader.connect(address(notebook, "iopub"))
        reader.subscribe(b"comm_close")
        assert reader.poll(60_000) and reader.recv_multipart()[0] == b"comm_close"  # its welcome
        message = notebook.client.session.msg("comm_open", {"comm_id": "x", "target_name": "nobody's", "data": {}})
        notebook.client.shell_channel.send(message)
        assert reader.poll(60_000)
        topic, *frames = reader.recv_multipart()
    assert topic == b"comm_close"
    sender = stranger("shell")
    sender.send(frames)
    assert sender.answers()
    assert "Passed over a comm_close that this kernel has sent itself" in notebook.log.read_text("utf-8")


@pytest.mark.parametrize("position", [2**31, 2**32, 2**63, 10**400])
def test_a_cursor_far_past_the_end_is_at_the_end(notebook, stranger, position):
    sender = stranger("shell")
    sender.send(sender.request("complete_request", code="Math.hyp", cursor_pos=position))
    assert sender.socket.poll(60_000)
    assert json.loads(sender.socket.recv_multipart()[-1])["matches"] == ["hypot("]


def test_with_half_a_surrogate_pair_in_the_code_a_cursor_is_still_counted_in_code_points(notebook, stranger):
    sender = stranger("shell")
    code = '/* \ud83d \U0001f600 */ Math.hyp'
    # as JavaScript writes it; Python's own session cannot
    content = json.dumps({"code": code, "cursor_pos": len(code)}).encode()
    sender.send(sender.signed(json.dumps(sender.session.msg_header("complete_request"), default=str).encode(), b"{}", b"{}", content))
    assert sender.socket.poll(60_000)
    found = json.loads(sender.socket.recv_multipart()[-1])
    assert found["matches"] == ["hypot("] and (found["cursor_start"], found["cursor_end"]) == (len(code) - 3, len(code))
