"""Cells that print without measure: all of it arrives, at a rate that a page takes, and the kernel stays within its memory."""

import pytest

MILLION = 'for (int i = 0; i < 1_000_000; i++) System.out.println("line " + i);'
MB = 2**20


def _streams(notebook, request):
    return [message for message in notebook.under(request) if message["msg_type"] == "stream"]


def _seconds(messages):
    return (messages[-1]["header"]["date"] - messages[0]["header"]["date"]).total_seconds()


def _most_within(messages, seconds, weigh):
    """The most that came within so many seconds, by the dates that the kernel wrote on the messages."""
    times = [(message["header"]["date"].timestamp(), weigh(message)) for message in messages]
    most = total = first = 0
    for time, weight in times:
        total += weight
        while times[first][0] < time - seconds:
            total -= times[first][1]
            first += 1
        most = max(most, total)
    return most


def _in_json(message):
    text = message["content"]["text"]
    return len(text.encode()) + text.count("\n") + 700


def test_a_million_lines_all_arrive_in_order_within_bounds(notebook):
    worker, front = notebook.worker, notebook.front
    before = worker.memory_info().rss, front.memory_info().rss
    result = notebook.run(MILLION)
    assert result.printed() == "".join(f"line {i}\n" for i in range(1_000_000))
    streams = [message for message in result.messages if message["msg_type"] == "stream"]
    # an interval of a second has both its ends
    assert _most_within(streams, 1, lambda message: 1) <= 101
    # Jupyter's server throws away what is above a million a second: 2.7 million at most (PaceTests), and what a busy machine adds
    assert _most_within(streams, 3, _in_json) < 3_300_000
    assert sum(map(_in_json, streams)) / _seconds(result.messages) < 800_000
    assert 1_000_000 / _seconds(result.messages) > 50_000
    assert (worker.memory_info().rss - before[0]) / MB < 400
    assert (front.memory_info().rss - before[1]) / MB < 150


ENDLESS = {
    "println": 'while (true) System.out.println("line");',
    "a character at a time": "while (true) System.out.print('x');",
    "printf": 'while (true) System.out.printf("%d %s%n", 1, "x");',
    "both streams": 'while (true) { System.out.println("o"); System.err.println("e"); }',
    "flushed": 'while (true) { System.out.println("line"); System.out.flush(); }',
    "long lines": 'String s = "x".repeat(1_000_000); while (true) System.out.println(s);',
    "swallowing": 'while (true) try { System.out.println("line"); Thread.sleep(0); } catch (InterruptedException e) {}',
}


@pytest.mark.parametrize("code", ENDLESS.values(), ids=ENDLESS)
def test_an_endless_printer_is_paced_and_interrupted_at_once(notebook, code):
    cell = notebook.running(code)
    while len(_streams(notebook, cell)) < 20:
        notebook.hear()
    asked = notebook.control("interrupt_request")["header"]["date"]
    result = notebook.result(cell)
    idle = result.messages[-1]["header"]["date"]
    assert result.content["ename"] == "Interrupted"
    assert (idle - asked).total_seconds() < 5
    assert _most_within(_streams(notebook, cell), 1, lambda message: 1) <= 101
    assert _most_within(_streams(notebook, cell), 3, _in_json) < 3_300_000
    assert notebook.run("1 + 1").text == "2"


def test_both_streams_at_once_keep_the_order_of_each(notebook):
    result = notebook.run('for (int i = 0; i < 50_000; i++) { System.out.println("o" + i); System.err.println("e" + i); }')
    assert result.printed() == "".join(f"o{i}\n" for i in range(50_000))
    assert result.printed("stderr") == "".join(f"e{i}\n" for i in range(50_000))
    assert len(result.of("stream")) < 500


def test_lines_of_many_threads_stay_whole_and_each_threads_in_order(notebook):
    result = notebook.run(
        "var printers = new ArrayList<Thread>();\n"
        "for (int t = 0; t < 4; t++) { int own = t; printers.add(new Thread(() -> {\n"
        '    for (int i = 0; i < 20_000; i++) System.out.println(own + " " + i); })); }\n'
        "printers.forEach(Thread::start);\nfor (var printer : printers) printer.join();"
    )
    lines = [tuple(map(int, line.split(" "))) for line in result.printed().splitlines()]
    assert len(lines) == 80_000
    for thread in range(4):
        assert [number for own, number in lines if own == thread] == list(range(20_000))


def test_a_client_that_reads_nothing_for_a_while_costs_bounded_memory_and_loses_nothing(fresh):
    worker, front = fresh.worker, fresh.front
    before = worker.memory_info().rss, front.memory_info().rss
    cell = fresh.send('for (int i = 0; i < 300_000; i++) System.out.println("line " + i);')
    # the client's own thread is this one: nothing is read on iopub until the reply has come
    fresh.reply(cell)
    assert (worker.memory_info().rss - before[0]) / MB < 300
    assert (front.memory_info().rss - before[1]) / MB < 150
    assert fresh.result(cell).printed() == "".join(f"line {i}\n" for i in range(300_000))
