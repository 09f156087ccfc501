"""What cells print: all of it, in order, in few messages, under the cell that it belongs to."""

import pytest


def test_twenty_thousand_lines_arrive_in_order_in_few_messages(notebook):
    result = notebook.run('for (int i = 0; i < 20_000; i++) System.out.println("line " + i);')
    assert result.printed() == "".join(f"line {i}\n" for i in range(20_000))
    # gathered by size and by tens of milliseconds: a message for a hundred lines would still be few
    assert len(result.of("stream")) < 200


def test_both_streams_keep_the_order_in_which_they_were_printed(notebook):
    result = notebook.run('for (int i = 0; i < 5; i++) { System.out.print("o" + i); System.err.print("e" + i); }')
    assert [(content["name"], content["text"]) for content in result.of("stream")] == [
        (name, f"{name[3]}{i}") for i in range(5) for name in ("stdout", "stderr")
    ]


def test_a_threads_output_stands_under_its_cell_also_after_the_cells_end(notebook):
    starter = notebook.run(
        "var gate = new java.util.concurrent.CountDownLatch(1);\n"
        'var late = new Thread(() -> { try { gate.await(); } catch (InterruptedException e) {} System.out.print("from the thread"); });\nlate.start();'
    )
    opener = notebook.run('gate.countDown();\nlate.join();\nSystem.out.print("from the cell");')
    request = starter.reply["parent_header"]["msg_id"]
    notebook.printed(request, "from the thread")
    assert opener.printed() == "from the cell"


@pytest.mark.parametrize(("redirection", "name"), [("", "stdout"), ("1>&2", "stderr")])
def test_what_a_child_process_prints_arrives_under_the_cell(notebook, redirection, name):
    result = notebook.run(f'new ProcessBuilder("sh", "-c", "printf \'child Ünï\' {redirection}").inheritIO().start().waitFor();')
    assert result.printed(name) == "child Ünï"


def test_a_long_line_without_an_end_arrives_whole(notebook):
    result = notebook.run('System.out.print("😀".repeat(1 << 18));')
    assert result.printed() == "😀" * (1 << 18)


def test_what_is_printed_is_seen_while_the_cell_runs(notebook):
    cell = notebook.running("while (true) Thread.sleep(1_000);")
    assert "idle" not in [message["content"].get("execution_state") for message in notebook.under(cell)]
    notebook.interrupt()
    notebook.result(cell)


def test_a_display_is_updated_by_its_id(notebook):
    result = notebook.run('String id = display(html("<b>1</b>"));\nupdateDisplay(id, markdown("*2*"));\nid')
    (first,), (second,) = result.of("display_data"), result.of("update_display_data")
    assert first["data"]["text/html"] == "<b>1</b>" and second["data"]["text/markdown"] == "*2*"
    assert first["transient"] == second["transient"] == {"display_id": first["transient"]["display_id"]}


def test_a_display_can_be_updated_from_a_later_cell(notebook):
    notebook.run('String shown = display("old");')
    (update,) = notebook.run('updateDisplay(shown, "new");').of("update_display_data")
    assert update["data"]["text/plain"] == "new"


def test_a_value_is_rendered_without_being_shown(notebook):
    result = notebook.run('render(html("<i>x</i>")).data().get("text/html")')
    assert result.text == "<i>x</i>" and result.shown == []
