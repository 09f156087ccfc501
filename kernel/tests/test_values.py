"""Values and charts of a notebook's own types, beside the reader's names."""

VEGA = "application/vnd.vegalite.v5+json"


def test_charts_are_there_in_the_first_cell(fresh):
    result = fresh.run("plot(new double[] {1, 4, 9})")
    assert result.status == "ok", result.error
    assert result.text.startswith("Line chart: 3 points") and "<svg" in result.data["text/html"]


def test_the_readers_own_functions_and_types_win_over_those_that_are_imported(notebook):
    result = notebook.run('String plot(Object values) { return "mine"; }\nrecord Chart(int width) {}\nplot(List.of(1)) + new Chart(3).width()')
    assert result.text == "mine3", result.error


def test_records_of_a_cell_are_a_table_and_no_getter_of_it_runs(notebook):
    result = notebook.run('record City(String name) {\n    public String name() { throw new IllegalStateException("asked"); }\n}\nList.of(new City("<b>"))')
    assert result.text == "[City[name=<b>]]"
    assert "of type City" in result.data["text/html"] and "&lt;b&gt;" in result.data["text/html"]


def test_a_stream_is_left_whole(notebook):
    shown = notebook.run("var stream = java.util.stream.Stream.of(1, 2);\nstream")
    assert "not consumed" in shown.text
    assert notebook.run("stream.toList()").text == "[1, 2]"


def test_a_figure_of_a_library_that_is_added_later_draws_itself(fresh):
    added = fresh.run("%maven tech.tablesaw:tablesaw-jsplot:0.44.4")
    assert added.status == "ok", added.error
    result = fresh.run(
        "import tech.tablesaw.plotly.api.*;\n"
        'Table table = Table.create(DoubleColumn.create("t", 0, 1), DoubleColumn.create("h", 3, 1));\nLinePlot.create("A line", table, "t", "h")'
    )
    assert result.status == "ok", result.error
    assert result.text.startswith("Line chart “A line”") and VEGA in result.data and "image/png" in result.data
    assert result.printed("stderr") == ""
