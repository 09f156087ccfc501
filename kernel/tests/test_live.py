"""Progress and charts that move: what a client gets of them, and what is left when the loop ends in whichever way."""

from __future__ import annotations

import pytest

PAUSE = "java.util.concurrent.locks.LockSupport.parkNanos(3_000_000L);"
SPIN = "for (int i : progress(1_000_000_000).named(\"steps\")) { if (i == 5) System.out.println(\"going\"); }"


def texts(result) -> list[str]:
    """What the cell displayed and replaced, in order."""
    return [content["data"]["text/plain"] for kind in ("display_data", "update_display_data") for content in result.of(kind)]


def test_nested_loops_have_one_place_and_end_as_done(notebook):
    result = notebook.run(f'for (int epoch : progress(20).named("epochs")) for (int batch : progress(10).named("batches")) {{ {PAUSE} }}')
    assert result.status == "ok"
    shown, updates = result.of("display_data"), result.of("update_display_data")
    assert len(shown) == 1
    assert {content["transient"]["display_id"] for content in updates} == {shown[0]["transient"]["display_id"]}
    # some 0.6 s: ten a second at most, and the last one
    assert 2 <= len(updates) <= 12
    assert any("epochs" in text and "│ batches" in text for text in texts(result))
    assert "20 in " in texts(result)[-1] and "batches" not in texts(result)[-1]


@pytest.mark.parametrize(
    ("loop", "said"),
    [
        ("for (int i : progress(10)) if (i == 4) throw new IllegalStateException();", "stopped at 4 of 10"),
        ("for (int i : progress(10)) if (i == 4) break;", "left at 4 of 10"),
        ('try (var bar = progressBar("files", 10)) { bar.update(4); Object none = null; none.toString(); }', "stopped at 4 of 10"),
        ('var chart = liveChart("loss"); for (int i = 0; i < 9; i++) chart.add(i, 1.0 / i); throw new IllegalStateException();', "0.1250 at step 8"),
    ],
)
def test_the_last_state_stands_before_the_cell_ends(notebook, loop, said):
    assert said in texts(notebook.run(loop))[-1]


def test_a_stop_between_two_instructions_leaves_a_bar_that_says_so_and_rests(notebook):
    cell = notebook.send(SPIN)
    notebook.printed(cell, "going")
    notebook.interrupt()
    result = notebook.result(cell)
    assert result.status == "error"
    assert texts(result)[-1].startswith("steps ") and "stopped at " in texts(result)[-1]
    assert '--jp-warn-color1' in result.of("update_display_data")[-1]["data"]["text/html"]
    # whatever still moved would send on: the next loop's are the only ones
    after = notebook.run("for (int i : progress(3)) {}")
    assert "3 in " in texts(after)[-1]
    assert [text for text in texts(after) if "steps" in text] == []


def test_what_a_terminal_cannot_replace_is_drawn_over_there(fresh):
    fresh.reply(fresh.client.is_complete("1 + 1"))
    over = fresh.run('for (int i : progress(3)) {}').printed()
    assert over.startswith("\x1b[1A\r\x1b[J") and "3 in " in over.splitlines()[-1]
    below = fresh.run('for (int i : progress(3)) { System.out.println(i); }').printed()
    assert below.startswith("0\n1\n2\n") and "3 in " in below.splitlines()[-1]
