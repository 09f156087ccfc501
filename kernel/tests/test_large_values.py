"""Values and errors that are too large to be shown: cut, with a note, and at once."""

import pytest

# of the machine as it is, with other work; measured on a quiet one each is below a second
SECONDS = 5
SHOWN = 110_000


@pytest.fixture(scope="module")
def values(notebook):
    result = notebook.run(
        'String text = "x".repeat(100_000_000);\n'
        "List<Integer> list = java.util.stream.IntStream.range(0, 10_000_000).boxed().toList();\n"
        "Map<Integer, Integer> map = new HashMap<>();\nfor (int i = 0; i < 1_000_000; i++) map.put(i, i);\n"
        'Table table = Table.create("t", IntColumn.create("a", new int[1_000_000]), DoubleColumn.create("b", new double[1_000_000]));\n'
        "List<Object> self = new ArrayList<>();\nself.add(List.of(self, 1));\n"
        "Map<String, Object> own = new HashMap<>();\nown.put(\"me\", List.of(own));\n"
        "Object[] round = new Object[2];\nround[0] = round;\nround[1] = self;"
    )
    assert result.status == "ok", result.error
    return notebook


def _took(result):
    return (result.messages[-1]["header"]["date"] - result.messages[0]["header"]["date"]).total_seconds()


CUT = {
    "text": ("text", "more characters not shown"),
    "text in a list": ("List.of(text, 1)", "2 elements in all"),
    "text in an array": ("new String[] {text}", "1 elements in all"),
    "list": ("list", "10,000,000 elements in all"),
    "set": ("new LinkedHashSet<>(map.keySet())", "1,000,000 elements in all"),
    "map": ("map", "1,000,000 elements in all"),
    "array": ("new int[10_000_000]", "10,000,000 elements in all"),
    "array of arrays": ("new double[5000][5000]", "5,000 elements in all"),
    "record": ("record Holder(Object held) {}\nnew Holder(text)", "more characters not shown"),
    "html": ("html(text)", "text/html of 100,000,000 characters is not shown"),
    "table": ("table", "1,000,000 rows"),
}


@pytest.mark.parametrize(("code", "note"), CUT.values(), ids=CUT)
def test_a_large_value_is_cut_with_a_note_and_at_once(values, code, note):
    result = values.run(code)
    assert note in result.text
    assert len(result.text) < SHOWN and sum(map(len, result.data.values())) < 2 * SHOWN
    assert _took(result) < SECONDS


@pytest.mark.parametrize("code", ["text", "list", "html(text)"])
def test_so_is_one_that_is_displayed(values, code):
    result = values.run(f"display({code});")
    (data,) = result.shown
    assert "not shown" in data["text/plain"] and sum(map(len, data.values())) < SHOWN
    assert _took(result) < SECONDS


def test_so_is_a_user_expression(values):
    result = values.run("1", user_expressions={"large": "text", "list": "list"})
    for expression in result.content["user_expressions"].values():
        assert "not shown" in expression["data"]["text/plain"] and len(expression["data"]["text/plain"]) < SHOWN


def test_so_is_the_message_of_an_error(values):
    result = values.run("throw new IllegalStateException(text, new RuntimeException(text));")
    assert "99,990,000".replace(",", "") + " more characters not shown" in result.content["evalue"]
    assert len(result.content["evalue"]) < 11_000 and len(result.error) < 30_000
    assert _took(result) < SECONDS


@pytest.mark.parametrize(
    ("code", "shown"),
    [("self", "[[(this Collection), 1]]"), ("own", "{me=[(this Map)]}")],
)
def test_a_collection_that_contains_itself_comes_to_an_end(values, code, shown):
    assert values.run(code).text == shown


def test_an_array_that_contains_itself_comes_to_an_end(values):
    result = values.run("round")
    assert result.status == "ok" and len(result.text) < SHOWN


@pytest.mark.parametrize(
    "code", ["java.util.stream.Stream.iterate(1, i -> i + 1)", "(Iterable<Integer>) () -> java.util.stream.Stream.iterate(1, i -> i + 1).iterator()"]
)
def test_what_has_no_end_is_not_walked(values, code):
    result = values.run(code)
    assert result.status == "ok" and len(result.text) < 200


def test_calls_without_an_end_are_shown_once_and_counted(values):
    result = values.run("int deeper(int i) { return deeper(i + 1) + 1; }\ndeeper(0)")
    assert "java.lang.StackOverflowError" in result.error
    assert "the line above 99 more times" in result.error and len(result.error.splitlines()) < 10


def test_a_collection_reads_as_java_writes_it(values):
    for code in ['List.of(1, "a", List.of())', 'Map.of("k", List.of(1))', "new ArrayDeque<>(List.of(1, 2))", "Arrays.asList(null, 1)", "new TreeMap<>(Map.of(1, 2))"]:
        assert values.run(code).text == values.run(f"String.valueOf({code})").text
