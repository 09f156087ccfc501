"""The variables as a debugger's panel asks for them, by the debug adapter protocol on control, without a breakpoint."""

from __future__ import annotations

import pytest

CELLS = """
record Point(int x, double y) {}
class Account { String owner = "Ann"; double balance = 3.5; public String toString() { throw new IllegalStateException("never asked"); } }
class Endless { public String toString() { while (true); } }
"""


def ask(notebook, command: str, **arguments) -> dict:
    return notebook.control("debug_request", type="request", seq=11, command=command, arguments=arguments)["content"]


def variables(notebook) -> dict[str, dict]:
    return {each["name"]: each for each in ask(notebook, "inspectVariables")["body"]["variables"]}


def parts(notebook, variable: dict, **paging) -> list[tuple]:
    reply = ask(notebook, "variables", variablesReference=variable["variablesReference"], **paging)
    assert reply["success"], reply
    return [(each["name"], each["type"], each["value"]) for each in reply["body"]["variables"]]


def unfolded(notebook, variable: dict, name: str) -> dict:
    reply = ask(notebook, "variables", variablesReference=variable["variablesReference"])
    return next(each for each in reply["body"]["variables"] if each["name"] == name)


def test_the_debugger_is_declared_and_started_and_ended(fresh):
    info = fresh.control("kernel_info_request")["content"]
    assert info["debugger"] is True
    assert info["supported_features"] == ["debugger"]
    about = ask(fresh, "debugInfo")
    assert {key: about[key] for key in ("type", "success", "command", "request_seq")} == {"type": "response", "success": True, "command": "debugInfo", "request_seq": 11}
    assert about["body"] == {
        "isStarted": False,
        "hashMethod": "Murmur2",
        "hashSeed": about["body"]["hashSeed"],
        "tmpFilePrefix": about["body"]["tmpFilePrefix"],
        "tmpFileSuffix": ".java",
        "breakpoints": [],
        "stoppedThreads": [],
        "richRendering": True,
        "exceptionPaths": [],
        "copyToGlobals": False,
    }
    assert ask(fresh, "initialize", clientID="test")["body"]["exceptionBreakpointFilters"] == []
    assert ask(fresh, "attach")["success"]
    assert ask(fresh, "configurationDone")["success"]
    assert ask(fresh, "debugInfo")["body"]["isStarted"]
    assert ask(fresh, "disconnect")["success"]
    assert not ask(fresh, "debugInfo")["body"]["isStarted"]


def test_code_has_the_name_that_the_client_gives_it_and_can_be_read_back(notebook):
    from ipykernel.compiler import murmur2_x86

    about = ask(notebook, "debugInfo")["body"]
    for code in ("", "1", "12", "123", 'var ü = "😀";\nü'):
        path = ask(notebook, "dumpCell", code=code)["body"]["sourcePath"]
        assert path == f"{about['tmpFilePrefix']}{murmur2_x86(code, about['hashSeed'])}{about['tmpFileSuffix']}"
        assert ask(notebook, "source", source={"path": path})["body"]["content"] == code
    unknown = ask(notebook, "source", source={"path": "/etc/passwd"})
    assert not unknown["success"]
    assert "no source" in unknown["message"]


def test_what_is_not_there_fails_and_says_so(notebook):
    path = ask(notebook, "dumpCell", code="int stopped = 1;")["body"]["sourcePath"]
    refused = ask(notebook, "setBreakpoints", source={"path": path}, breakpoints=[{"line": 1}, {"line": 2}])
    assert [each["verified"] for each in refused["body"]["breakpoints"]] == [False, False]
    assert "no breakpoints" in refused["body"]["breakpoints"][0]["message"]
    assert ask(notebook, "setExceptionBreakpoints", filters=[])["success"]
    for command in ("setExceptionBreakpoints", "continue", "stackTrace", "evaluate", "copyToGlobals", "nonsense"):
        reply = ask(notebook, command, filters=["raised"])
        assert reply["success"] is False, command
        assert "no breakpoints" in reply["message"]
    assert ask(notebook, "modules")["body"]["modules"] == []
    assert notebook.run("int stopped = 1; stopped").text == "1"


def test_names_types_and_values_are_seen_without_a_line_of_the_learners_code(fresh):
    assert variables(fresh) == {}
    fresh.run(CELLS)
    fresh.run("""
        int n = 3; double rate = 0.5; boolean on = true; char letter = 'ä'; long big = 5_000_000_000L;
        String text = "a \\"word\\"\\n"; String longText = "x".repeat(5_000); Object none = null;
        var point = new Point(1, 2.5); var account = new Account(); var endless = new Endless();
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3)); int[] array = {4, 5};
        Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2)); var day = java.time.LocalDate.of(2026, 1, 31);
        Function<Integer, Integer> twice = i -> 2 * i; var mixed = List.of(new Point(1, 2), new Endless()); var maybe = Optional.of(7);
        List<Integer> many = new ArrayList<>(java.util.stream.IntStream.range(0, 12_345).boxed().toList());
        """)
    seen = {name: (each["type"], each["value"]) for name, each in variables(fresh).items()}
    assert seen == {
        "n": ("int", "3"),
        "rate": ("double", "0.5"),
        "on": ("boolean", "true"),
        "letter": ("char", "'ä'"),
        "big": ("long", "5000000000"),
        "text": ("String", '"a \\"word\\"\\n"'),
        "longText": ("String", seen["longText"][1]),
        "none": ("Object", "null"),
        "point": ("Point", "Point[x=1, y=2.5]"),
        "account": ("Account", 'Account[owner="Ann", balance=3.5]'),
        "endless": ("Endless", "Endless"),
        "list": ("List<Integer>", "[1, 2, 3]"),
        "array": ("int[]", "[4, 5]"),
        "map": ("Map<String, Integer>", '{"a"=1, "b"=2}'),
        "day": (seen["day"][0], "2026-01-31"),
        "twice": ("Function<Integer, Integer>", "lambda"),
        "mixed": (seen["mixed"][0], "[Point[x=1, y=2.0], Endless]"),
        "maybe": ("Optional<Integer>", "Optional[7]"),
        "many": ("List<Integer>", seen["many"][1]),
    }
    assert seen["longText"][1].startswith('5,000 characters "xxx')
    assert seen["many"][1].startswith("12,345 elements [0, 1, 2, ")

    now = variables(fresh)
    assert parts(fresh, now["point"]) == [("x", "int", "1"), ("y", "double", "2.5")]
    assert parts(fresh, now["account"]) == [("owner", "String", '"Ann"'), ("balance", "double", "3.5")]
    assert parts(fresh, now["list"]) == [("[0]", "Integer", "1"), ("[1]", "Integer", "2"), ("[2]", "Integer", "3")]
    assert parts(fresh, now["array"]) == [("[0]", "int", "4"), ("[1]", "int", "5")]
    assert parts(fresh, now["map"]) == [('"a"', "Integer", "1"), ('"b"', "Integer", "2")]
    assert {each["variablesReference"] for name, each in now.items() if name in ("n", "text", "none", "twice", "day", "endless")} == {0}
    assert parts(fresh, unfolded(fresh, now["mixed"], "[0]")) == [("x", "int", "1"), ("y", "double", "2.0")]

    ranges = parts(fresh, now["many"])
    assert len(ranges) == 2
    assert ranges[0][0] == "[0 … 9999]"
    inner = unfolded(fresh, unfolded(fresh, now["many"], "[10000 … 12344]"), "[12300 … 12344]")
    assert parts(fresh, inner)[-1] == ("[12344]", "Integer", "12344")
    assert parts(fresh, now["many"], start=12_340, count=100) == [(f"[{i}]", "Integer", str(i)) for i in range(12_340, 12_345)]


def test_what_is_unfolded_stays_so_until_it_has_changed(fresh):
    fresh.run(CELLS)
    fresh.run("List<Object> changing = new ArrayList<>(List.of(1, new Point(1, 2))); var same = List.of(1, 2); int n = 1;")
    before = variables(fresh)
    parts(fresh, before["changing"])
    parts(fresh, before["same"])
    inner = unfolded(fresh, before["changing"], "[1]")
    fresh.run("n = 2;")
    between = variables(fresh)
    assert (between["n"]["value"], between["changing"], between["same"]) == ("2", before["changing"], before["same"])
    assert parts(fresh, inner) == [("x", "int", "1"), ("y", "double", "2.0")]
    fresh.run("changing.set(0, 5);")
    after = variables(fresh)
    assert after["same"] == before["same"]
    assert after["changing"]["variablesReference"] != before["changing"]["variablesReference"]
    assert parts(fresh, after["changing"])[0] == ("[0]", "Integer", "5")
    gone = ask(fresh, "variables", variablesReference=99_999)
    assert gone["success"] is False
    assert "not there any more" in gone["message"]


def test_a_running_cell_is_looked_at_while_it_changes_things(fresh):
    fresh.run("int counted = 0; List<Integer> growing = new ArrayList<>(); var locked = new Vector<>(List.of(1)); var shared = java.util.Collections.synchronizedList(new ArrayList<>(List.of(2)));")
    assert variables(fresh)["locked"]["value"] == "[1]"
    cell = fresh.running("synchronized (locked) { synchronized (shared) { while (true) { counted++; growing.add(counted); if (growing.size() > 1000) growing.clear(); } } }")
    first, second = (int(variables(fresh)["counted"]["value"]) for _ in range(2))
    assert second > first > 0
    seen = variables(fresh)
    assert "when no cell runs" in seen["locked"]["value"]
    assert "when no cell runs" in seen["shared"]["value"]
    rich = ask(fresh, "richInspectVariables", variableName="counted")
    assert rich["success"]
    assert "A cell runs" in rich["body"]["data"]["text/plain"]
    fresh.interrupt()
    fresh.result(cell)
    assert variables(fresh)["shared"]["value"] == "[2]"


def test_a_value_is_rendered_as_a_cell_shows_it(fresh):
    fresh.run(CELLS)
    fresh.run("var point = new Point(1, 2); var account = new Account(); var endless = new Endless(); Object none = null;")
    rich = ask(fresh, "richInspectVariables", variableName="point")
    assert rich["success"]
    assert rich["body"]["data"] == fresh.run("point").data
    assert ask(fresh, "richInspectVariables", variableName="none")["body"]["data"] == {"text/plain": "null"}
    failed = ask(fresh, "richInspectVariables", variableName="account")
    assert failed["success"] is False
    assert "never asked" in failed["message"]
    missing = ask(fresh, "richInspectVariables", variableName="[0]")
    assert missing["success"] is False
    assert "no variable [0]" in missing["message"]
    # its text never ends: the panel is told, and the next cell runs
    endless = ask(fresh, "richInspectVariables", variableName="endless")
    assert endless["success"] is False
    assert "too long" in endless["message"]
    assert fresh.run("1 + 1").text == "2"
    assert variables(fresh)["point"]["value"] == "Point[x=1, y=2.0]"


def test_with_the_worker_its_variables_are_gone(fresh):
    fresh.run("record Kept(int i) {} var lost = new Kept(1);")
    reference = variables(fresh)["lost"]
    fresh.worker.kill()
    # the cell that finds it dead is told, at the latest
    fresh.run("1")
    assert variables(fresh) == {}
    fresh.run("int after = 1;")
    assert list(variables(fresh)) == ["after"]
    assert ask(fresh, "variables", variablesReference=reference["variablesReference"])["success"] is False
    assert ask(fresh, "richInspectVariables", variableName="lost")["success"] is False


def test_a_client_that_asks_after_each_message_is_answered_as_fast_as_it_asks(fresh):
    fresh.run("\n".join(f"double[] v{i} = new double[{i}];" for i in range(40)))
    assert variables(fresh)["v39"]["value"].startswith("39 elements [0.0, ")
    requests = [fresh.client.session.msg("debug_request", {"type": "request", "seq": i, "command": "inspectVariables"}) for i in range(500)]
    for request in requests:
        fresh.client.control_channel.send(request)
    answers = {answer["parent_header"]["msg_id"]: answer["content"] for answer in (fresh.client.get_control_msg(timeout=60) for _ in requests)}
    assert all(len(answers[request["msg_id"]]["body"]["variables"]) == 40 for request in requests)


@pytest.mark.parametrize("client", ["jupyterlab", "another"])
def test_jupyterlabs_tree_which_has_room_for_the_type_alone_tells_the_value_with_it(fresh, client):
    fresh.run("double rate = 0.5; int n = 3;")
    ask(fresh, "initialize", clientID=client)
    seen = variables(fresh)
    own = client == "jupyterlab"
    assert [seen["rate"]["type"], seen["n"]["type"]] == (["double = 0.5", "int = 3"] if own else ["double", "int"])
    assert seen["rate"]["value"] == "0.5"
    marks = ask(fresh, "setBreakpoints", source={"path": "x"}, breakpoints=[{"line": 1}])
    assert marks["success"]
    assert "no breakpoints" in marks["message"]
    # it draws a mark for each that comes back
    assert len(marks["body"]["breakpoints"]) == (0 if own else 1)
