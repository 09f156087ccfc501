"""What a kernel answers beside its cells: who it is, whether it is busy, that it lives."""

import pytest
import zmq


def ask(notebook, kind, **content):
    """Asks on shell; the reply's content."""
    message = notebook.client.session.msg(kind, content)
    notebook.client.shell_channel.send(message)
    return message["msg_id"]


def states(notebook, since):
    """The kernel's states since then, each with the kind of request that it was published for."""
    return [
        (message["parent_header"]["msg_type"], message["content"]["execution_state"])
        for message in notebook.heard[since:]
        if message["msg_type"] == "status" and message["parent_header"]
    ]


def test_a_kernel_says_who_it_is_on_shell_and_on_control(notebook):
    shell = notebook.reply(ask(notebook, "kernel_info_request"))["content"]
    assert shell == notebook.control("kernel_info_request")["content"]
    assert shell["status"] == "ok" and shell["protocol_version"] == "5.5" and shell["implementation"] == "jotter"
    language = shell["language_info"]
    assert (language["name"], language["file_extension"], language["mimetype"]) == ("java", ".java", "text/x-java-source")
    assert language["version"] == notebook.run('System.getProperty("java.version")').text
    assert language["version"] in shell["banner"]


def test_kernel_info_is_answered_before_the_worker_is_up(start):
    # a worker whose JVM cannot start: whoever waited for it would wait for ever
    kernel = start(ready=False, JOTTER_JVM_OPTS="-XX:NoSuchOption")
    assert kernel.control("kernel_info_request")["content"]["status"] == "ok"
    assert kernel.reply(ask(kernel, "kernel_info_request"))["content"]["status"] == "ok"
    told = kernel.reply(kernel.send("1 + 1"))["content"]
    assert told["status"] == "error" and "could not start" in told["evalue"] and "JOTTER_JVM_OPTS" in told["evalue"]


def test_kernel_info_at_once_after_launch_is_answered_and_the_first_cell_runs(start):
    kernel = start(ready=False)
    cell = kernel.send("1 + 1")
    info = ask(kernel, "kernel_info_request")
    assert kernel.control("kernel_info_request")["content"]["status"] == "ok"
    assert kernel.reply(info)["content"]["status"] == "ok" and cell not in kernel.replies
    assert kernel.reply(cell)["content"]["status"] == "ok"


def test_a_long_cell_holds_up_no_other_answer(notebook):
    cell = notebook.running("while (true) Thread.sleep(1_000);")
    asked = [
        ask(notebook, "kernel_info_request"),
        notebook.client.complete("Math.hyp"),
        notebook.client.inspect("Math.hypot"),
        notebook.client.is_complete("1 + 1"),
        notebook.client.history(),
        notebook.client.comm_info(),
    ]
    assert notebook.reply(asked[1])["content"]["matches"] == ["hypot("]
    assert notebook.control("kernel_info_request")["content"]["status"] == "ok"
    for request in asked:
        assert notebook.reply(request)["content"]["status"] in ("ok", "complete")
    assert cell not in notebook.replies
    notebook.interrupt()
    assert notebook.result(cell).status == "error"


def test_after_the_idle_of_an_overlapping_request_the_kernel_is_busy_again(notebook):
    cell = notebook.running("while (true) Thread.sleep(1_000);")
    notebook.idle(ask(notebook, "kernel_info_request"))
    begin = len(notebook.heard)
    info = ask(notebook, "kernel_info_request")
    notebook.reply(info)
    notebook.idle(info)
    notebook.hear()
    assert states(notebook, begin)[-3:] == [("kernel_info_request", "busy"), ("kernel_info_request", "idle"), ("execute_request", "busy")]
    assert notebook.heard[-1]["parent_header"]["msg_id"] == cell
    notebook.interrupt()
    notebook.result(cell)
    assert notebook.run("1").kinds[-1] == "idle"


def test_the_heartbeat_sends_back_what_it_gets_also_while_a_cell_runs(notebook):
    cell = notebook.running("while (true) {}")
    with zmq.Context() as context, context.socket(zmq.REQ) as heart:
        heart.linger = 0
        heart.connect(f"tcp://127.0.0.1:{notebook.client.get_connection_info()['hb_port']}")
        for beat in [b"ping", b"", bytes(range(256))]:
            heart.send(beat)
            assert heart.poll(60_000) and heart.recv() == beat
    notebook.interrupt()
    notebook.result(cell)


def test_a_comm_to_an_unknown_target_is_closed(notebook):
    opened = ask(notebook, "comm_open", comm_id="nobody", target_name="no.such.target", data={})
    closed = notebook.until(lambda message: message["msg_type"] == "comm_close")
    assert closed["content"]["comm_id"] == "nobody" and closed["parent_header"]["msg_id"] == opened
    assert notebook.reply(notebook.client.comm_info())["content"] == {"status": "ok", "comms": {}}


def test_open_comms_are_listed_by_target(notebook):
    notebook.run('host().comms().onOpen("probe", (comm, data, buffers) -> comm.send("{\\"got\\": " + data + "}", "{}", buffers));')
    ask(notebook, "comm_open", comm_id="c-1", target_name="probe", data={"n": 1})
    answer = notebook.until(lambda message: message["msg_type"] == "comm_msg")
    assert answer["content"] == {"comm_id": "c-1", "data": {"got": {"n": 1}}}
    assert notebook.reply(notebook.client.comm_info())["content"]["comms"] == {"c-1": {"target_name": "probe"}}
    assert notebook.reply(notebook.client.comm_info("another"))["content"]["comms"] == {}
    notebook.idle(ask(notebook, "comm_close", comm_id="c-1", data={}))
    assert notebook.reply(notebook.client.comm_info())["content"]["comms"] == {}


@pytest.mark.parametrize("kind", ["debug_request", "no_such_request"])
def test_what_the_kernel_does_not_do_keeps_no_one_waiting_for_the_next_answer(notebook, kind):
    message = notebook.client.session.msg(kind, {"type": "request", "seq": 1, "command": "debugInfo"})
    notebook.client.control_channel.send(message)
    assert notebook.control("kernel_info_request")["content"]["status"] == "ok"
