"""What is asked of each kernel. A probe finds out by running; what it needs to be said in a language stands in `phrases`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import probes_of_answers as answers
import probes_of_robustness as robustness
import probes_of_values as values
from dialogue import Dialogue
from verdict import Verdict


@dataclass(frozen=True)
class Probe:
    """`alone` for one that needs a kernel of its own, or leaves none that is fit for others."""

    key: str
    title: str
    run: Callable[[Dialogue], Verdict]
    alone: bool = False


PROBES = [
    Probe("sum", "`1 + 1`", answers.adds),
    Probe("lines", "20,000 lines printed one by one all arrive, in order", robustness.prints_all, alone=True),
    Probe("stderr", "errors that a cell prints are a stream of their own", answers.tells_stderr_apart),
    Probe("error", "an exception names the line of the cell", answers.names_the_line),
    Probe("compile", "code that is wrong is shown with the place", answers.shows_the_place),
    Probe("expressions", "`user_expressions`", answers.evaluates_expressions),
    Probe("input", "asks the reader for a line", answers.asks),
    Probe("incomplete", "a console learns that a line goes on", answers.knows_incomplete),
    Probe("completion", "completes members", answers.completes),
    Probe("unicode", "completes after an emoji, at the right place", answers.completes_after_an_emoji),
    Probe("busy", "completes while a cell runs", robustness.completes_while_busy, alone=True),
    Probe("inspection", "documentation of a library's method on Shift-Tab", answers.documents),
    Probe("html", "a list as HTML, with plain text beside it", values.lists),
    Probe("record", "a record or data class as HTML", values.records),
    Probe("image", "an image as a picture", values.images),
    Probe("update", "a display that is replaced in place", values.replaces),
    Probe("progress", "a progress bar without a library of the reader's", values.shows_progress),
    Probe("widgets", "ipywidgets: a slider opens its comm", values.opens_a_slider),
    Probe("library", "a library from its registry by one line", values.loads_a_library, alone=True),
    Probe("interrupt", "an endless loop is interrupted, and variables stay", robustness.interrupts_a_loop, alone=True),
    Probe("interrupt_library", "an endless loop inside the standard library", robustness.interrupts_a_library, alone=True),
    Probe("exit", "after an exit in a cell the next cell runs, without a restart by Jupyter", robustness.survives_exit, alone=True),
    Probe("memory", "after a full memory the next cell runs", robustness.survives_full_memory, alone=True),
    Probe("bad", "messages with a wrong signature and torn ones are passed over", robustness.survives_bad_messages, alone=True),
    Probe("debugger", "the debugger (`debug_request`)", answers.debugs, alone=True),
    Probe("variables", "the variable inspector", answers.inspects_variables, alone=True),
    Probe("usage", "the kernel-usage panel (`usage_request`)", answers.tells_usage),
    Probe("started", "a cell's time in the notebook's metadata", answers.tells_when_it_began),
    Probe("history", "history over restarts, searched", answers.remembers, alone=True),
]
