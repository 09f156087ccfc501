"""`execute_request` and its options, in a client's sight."""

import re
from datetime import datetime

WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")


def test_messages_come_in_the_order_of_the_protocol(notebook):
    result = notebook.run('System.out.println("out");\n6 * 7')
    assert result.kinds == ["busy", "execute_input", "stream", "execute_result", "idle"]
    assert result.of("execute_input")[0] == {"code": 'System.out.println("out");\n6 * 7', "execution_count": result.content["execution_count"]}
    assert result.of("execute_result")[0]["execution_count"] == result.content["execution_count"]
    assert result.content["payload"] == [] and result.content["user_expressions"] == {}


def test_what_is_shown_keeps_its_place_among_what_is_printed(notebook):
    result = notebook.run('System.out.print("a"); display("b"); System.out.print("c"); System.err.print("d"); throw new Error("e");')
    assert result.kinds == ["busy", "execute_input", "stream", "display_data", "stream", "stream", "error", "idle"]


def test_every_message_says_when_it_was_made_and_a_reply_when_its_cell_began(notebook):
    result = notebook.run("1")
    assert result.reply["metadata"]["status"] == "ok"
    started = result.reply["metadata"]["started"]
    assert WHEN.fullmatch(started)
    # jupyter_client makes dates of the headers' texts, and leaves those that it cannot read
    dates = [message["header"]["date"] for message in result.messages]
    assert dates == sorted(dates)
    assert dates[0] <= datetime.fromisoformat(started.replace("Z", "+00:00")) <= result.reply["header"]["date"]


def test_a_silent_cell_runs_unseen_and_uncounted(notebook):
    before = notebook.run("int seen = 1;").content["execution_count"]
    silent = notebook.run("seen = 2; seen", silent=True)
    assert silent.status == "ok" and silent.kinds == ["busy", "idle"]
    after = notebook.run("seen")
    assert after.text == "2" and after.content["execution_count"] == before + 1


def test_what_is_not_stored_is_not_counted(notebook):
    before = notebook.run("1").content["execution_count"]
    unstored = notebook.run("40 + 2", store_history=False)
    assert unstored.text == "42" and unstored.content["execution_count"] == before
    assert notebook.run("2").content["execution_count"] == before + 1
    history = notebook.reply(notebook.client.history(raw=True, output=False, hist_access_type="tail", n=2))["content"]["history"]
    assert [entry[2] for entry in history] == ["1", "2"]


def test_an_empty_cell_is_answered_and_not_counted(notebook):
    before = notebook.run("1").content["execution_count"]
    for code in ["", "  \n\t"]:
        empty = notebook.run(code)
        assert empty.status == "ok" and empty.kinds == ["busy", "execute_input", "idle"]
    assert notebook.run("2").content["execution_count"] == before + 1


def test_user_expressions_are_answered_each_by_itself(notebook):
    result = notebook.run("int width = 6;", user_expressions={"area": "width * 7", "broken": "nothing", "thrown": "width / 0"})
    answers = result.content["user_expressions"]
    assert answers["area"] == {"status": "ok", "data": {"text/plain": "42"}, "metadata": {}}
    assert answers["broken"]["status"] == "error" and answers["broken"]["ename"] == "CompileError"
    assert answers["thrown"]["status"] == "error" and answers["thrown"]["evalue"] == "/ by zero"
    assert answers["thrown"]["traceback"]
    assert "execute_result" not in result.kinds


def test_user_expressions_of_a_failed_cell_are_not_evaluated(notebook):
    failed = notebook.run("throw new Error();", user_expressions={"one": "1"})
    assert failed.status == "error" and failed.content["user_expressions"] == {}


def test_what_waits_behind_an_error_is_aborted(notebook):
    notebook.run("int reached = 0;")
    failing = notebook.held('throw new IllegalStateException("on purpose");')
    waiting = [notebook.send("reached++;") for _ in range(3)]
    notebook.let_go()
    assert notebook.result(failing).status == "error"
    for request in waiting:
        aborted = notebook.result(request)
        assert aborted.status == "aborted" and aborted.kinds == ["busy", "idle"]
    assert notebook.run("reached").text == "0"


def test_with_stop_on_error_off_what_waits_behind_an_error_runs(notebook):
    notebook.run("int got = 0;")
    failing = notebook.held('throw new IllegalStateException("on purpose");', stop_on_error=False)
    waiting = notebook.send("got = 5; got")
    notebook.let_go()
    assert notebook.result(failing).status == "error"
    assert notebook.result(waiting).text == "5"


def test_only_the_last_value_is_shown_also_behind_a_semicolon(notebook):
    assert notebook.run("1;\n2;\n3;").of("execute_result")[0]["data"] == {"text/plain": "3"}
    assert notebook.run("int none = 4;").data == {}
