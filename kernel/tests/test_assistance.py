"""Completion, inspection, completeness and history: what a page asks while its reader types."""

from time import monotonic

import pytest


def complete(notebook, code, cursor=None):
    return notebook.reply(notebook.client.complete(code, cursor))["content"]


def inspect(notebook, code, cursor=None, detail=0):
    return notebook.reply(notebook.client.inspect(code, cursor, detail))["content"]


def completeness(notebook, code):
    return notebook.reply(notebook.client.is_complete(code))["content"]


def history(notebook, **how):
    content = notebook.reply(notebook.client.history(raw=True, **how))["content"]
    assert content["status"] == "ok"
    return content["history"]


def test_completions_replace_what_is_typed_and_say_what_they_are(notebook):
    found = complete(notebook, "Math.hyp")
    assert found["status"] == "ok" and found["matches"] == ["hypot("]
    assert (found["cursor_start"], found["cursor_end"]) == (5, 8)
    assert found["metadata"]["_jupyter_types_experimental"] == [
        {"text": "hypot(", "type": "function", "signature": "double hypot(double, double)", "start": 5, "end": 8}
    ]


def test_positions_are_counted_in_code_points(notebook):
    code = 'String s = "😀😀"; Math.hyp + 1'
    found = complete(notebook, code, code.index(" + 1"))
    assert found["matches"] == ["hypot("]
    assert code[found["cursor_start"] : found["cursor_end"]] == "hyp"
    assert inspect(notebook, code.replace("hyp ", "hypot "), code.index("Math") + 7)["found"]


def test_where_nothing_fits_the_metadata_stands_all_the_same(notebook):
    found = complete(notebook, "noSuchName.")
    assert found["status"] == "ok" and found["matches"] == [] and found["metadata"] == {"_jupyter_types_experimental": []}


def test_variables_of_earlier_cells_and_magics_are_completed(notebook):
    notebook.run('String sentence = "words";')
    assert "sentence" in complete(notebook, "sent")["matches"]
    assert "%maven" in complete(notebook, "%mav")["matches"]


def test_a_cursor_past_the_end_or_before_the_start_is_taken_for_the_nearest(notebook):
    assert complete(notebook, "Math.hyp", 10_000)["matches"] == ["hypot("]
    assert complete(notebook, "Math.hyp", -5)["status"] == "ok"


def test_inspection_shows_signatures_and_in_detail_the_documentation(notebook):
    found = inspect(notebook, "Math.hypot(3, 4)", 7)
    assert found["found"] and "double Math.hypot(double x, double y)" in found["data"]["text/plain"]
    assert "text/markdown" in found["data"]
    assert inspect(notebook, "noSuchName", 4) == {"status": "ok", "found": False, "data": {}, "metadata": {}}


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("int f() {", {"status": "incomplete", "indent": "    "}),
        ("if (true) {\n    while (true) {", {"status": "incomplete", "indent": "        "}),
        ("Math.max(1,", {"status": "incomplete", "indent": ""}),
        ("1 + 1", {"status": "complete"}),
        ("", {"status": "complete"}),
        ("}", {"status": "invalid"}),
        ("%maven a:b:1", {"status": "complete"}),
    ],
)
def test_completeness_comes_with_the_indent_of_the_next_line(notebook, code, answer):
    assert completeness(notebook, code) == answer


def test_history_by_tail_range_and_search(fresh):
    cells = ["int a = 1;", "a + 1", "int b = 2;", "a + 1"]
    for cell in cells:
        fresh.run(cell)
    fresh.run("a + 100", store_history=False)
    assert history(fresh, hist_access_type="tail", n=3, output=False) == [[0, 2, "a + 1"], [0, 3, "int b = 2;"], [0, 4, "a + 1"]]
    assert history(fresh, hist_access_type="tail", n=1, output=True) == [[0, 4, ["a + 1", "2"]]]
    assert history(fresh, hist_access_type="range", session=0, start=2, stop=4, output=False) == [[0, 2, "a + 1"], [0, 3, "int b = 2;"]]
    assert history(fresh, hist_access_type="range", session=7, start=1, stop=4, output=False) == []
    assert [entry[1] for entry in history(fresh, hist_access_type="search", pattern="int*", output=False)] == [1, 3]
    assert [entry[1] for entry in history(fresh, hist_access_type="search", pattern="a ? 1", output=False)] == [2, 4]
    assert [entry[1] for entry in history(fresh, hist_access_type="search", pattern="a ? 1", unique=True, output=False)] == [4]
    assert [entry[1] for entry in history(fresh, hist_access_type="search", pattern="*", n=2, output=False)] == [3, 4]


def test_an_unknown_way_into_the_history_is_refused_with_the_known_ones(notebook):
    content = notebook.reply(notebook.client.history(hist_access_type="all"))["content"]
    assert content["status"] == "error" and "tail, range or search" in content["evalue"]


def test_inspection_shows_the_documentation_of_a_preloaded_library(notebook):
    # its source is fetched where it is not there yet; who asks does not wait for all of that
    deadline = monotonic() + 60
    text = ""
    while "number of rows" not in text and monotonic() < deadline:
        text = inspect(notebook, "Table.create().rowCount", detail=1)["data"]["text/plain"]
    assert "int tech.tablesaw.api.Table.rowCount()" in text and "number of rows" in text


def test_members_of_a_preloaded_librarys_type_come_with_kinds_and_signatures_those_of_every_object_last(notebook):
    found = complete(notebook, "var manager = NDManager.newBaseManager();\nmanager.ones(new Shape(2)).")
    types = {each["text"]: each for each in found["metadata"]["_jupyter_types_experimental"]}
    assert types["getShape()"]["type"] == "function" and types["getShape()"]["signature"] == "Shape getShape()"
    assert found["matches"].index("wait(") > found["matches"].index("zerosLike()")


def test_a_class_that_is_not_imported_is_completed_by_its_full_name(notebook):
    assert "java.awt.image.BufferedImage" in complete(notebook, "new BufferedIm")["matches"]
    assert "org.knowm.xchart.XYChartBuilder" in complete(notebook, "import XYChartB")["matches"]


def test_a_completion_comes_while_a_cell_runs(notebook):
    running = notebook.send("Thread.sleep(60_000);")
    notebook.until(lambda message: message["msg_type"] == "execute_input" and message["parent_header"]["msg_id"] == running)
    assert "hypot(" in complete(notebook, "Math.hyp")["matches"]
    assert running not in notebook.replies
    notebook.interrupt()
    assert notebook.result(running).status == "error"


def test_file_names_are_completed_in_a_text(notebook):
    (notebook.folder / "measured.csv").write_text("a,b\n")
    found = complete(notebook, 'Table.read().csv("meas')
    assert found["matches"] == ["measured.csv"] and found["metadata"]["_jupyter_types_experimental"][0]["type"] == "path"


def test_a_tooltip_has_the_documentation_of_the_learners_own_code(notebook):
    notebook.run("/** Doubles {@code n}. */\nint twice(int n) { return 2 * n; }")
    assert "Doubles `n`." in inspect(notebook, "twice(", detail=0)["data"]["text/markdown"]
