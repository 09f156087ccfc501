"""Completion and documentation of magics, over the wire."""


def complete(notebook, code: str) -> dict:
    """At the bar."""
    cursor = code.index("|")
    return notebook.reply(notebook.client.complete(code.replace("|", ""), cursor))["content"]


def inspect(notebook, code: str) -> str:
    cursor = code.index("|")
    return notebook.reply(notebook.client.inspect(code.replace("|", ""), cursor))["content"]["data"].get("text/plain", "")


def test_names_are_completed(notebook):
    assert {"%maven", "%mavenRepo"} <= set(complete(notebook, "%ma|")["matches"])
    assert "%%writefile" in complete(notebook, "%%w|")["matches"]


def test_the_names_of_files_are_completed(notebook):
    (notebook.folder / "library one.jar").touch()
    (notebook.folder / "folder").mkdir(exist_ok=True)
    (notebook.folder / "folder" / "🙂inner.txt").touch()
    reply = complete(notebook, "int x;\n%jars lib|")
    assert (reply["matches"], reply["cursor_start"], reply["cursor_end"]) == (["library one.jar"], 13, 16)
    assert complete(notebook, "!cat fol|")["matches"] == ["folder/"]
    reply = complete(notebook, '!cat "🙂" folder/|')
    assert (reply["matches"], reply["cursor_start"], reply["cursor_end"]) == (["folder/🙂inner.txt"], 9, 16)


def test_what_the_notebook_has_is_completed(notebook):
    notebook.run("int completedOne = 1;")
    assert complete(notebook, "%who completedO|")["matches"] == ["completedOne"]
    assert "-Xmx" in complete(notebook, "%jvm -X|")["matches"]
    assert "PATH" in complete(notebook, "%env PAT|")["matches"]
    assert "time" in complete(notebook, "%help ti|")["matches"]
    assert "completedOne" in complete(notebook, "%time completedO|")["matches"]


def test_arguments_are_completed_while_a_cell_runs(notebook):
    request = notebook.held("")
    assert "time" in complete(notebook, "%help ti|")["matches"]
    notebook.let_go()
    assert notebook.result(request).status == "ok"


def test_a_magic_says_how_it_is_used(notebook):
    for code in ["%ti|me", "%time|", "%%ti|me\n1"]:
        assert inspect(notebook, code).startswith("%time code, or %%time and a cell"), code
    for code in ["%time?", "%%time?", "%help time"]:
        assert notebook.run(code).text.startswith("%time code, or %%time and a cell"), code
