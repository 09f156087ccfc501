"""Large buffers beside a comm's messages: whole, to the cell and back."""

import os
import uuid

MB = 2**20
ECHO = """
var host = Class.forName("io.jotter.api.Notebook").getDeclaredMethod("host");
host.setAccessible(true);
var comms = ((io.jotter.api.Host) host.invoke(null)).comms();
comms.onOpen("echo", (comm, data, buffers) -> comm.onMessage((content, attached) -> comm.send(content, "{}", attached)));
"""


def _send(notebook, kind, buffers=(), **content):
    message = notebook.client.session.msg(kind, content)
    notebook.client.session.send(notebook.client.shell_channel.socket, message, buffers=list(buffers))
    return message["header"]["msg_id"]


def test_a_buffer_of_50_mb_goes_to_a_cell_and_comes_back_whole(notebook):
    assert notebook.run(ECHO).status == "ok"
    comm = uuid.uuid4().hex
    _send(notebook, "comm_open", comm_id=comm, target_name="echo", data={})
    sent = [os.urandom(MB) * 50, b"", b"small"]
    _send(notebook, "comm_msg", sent, comm_id=comm, data={"n": 1})
    back = notebook.until(lambda message: message["msg_type"] == "comm_msg" and message["content"]["comm_id"] == comm)
    assert back["content"]["data"] == {"n": 1}
    assert [bytes(buffer) for buffer in back["buffers"]] == sent
