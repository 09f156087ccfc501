"""Widgets in JupyterLab itself: moved, saved, loaded anew."""

from __future__ import annotations

import subprocess
import sys

import nbformat
import pytest
from books import ROOT
from lab import KERNEL, Lab, Server
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

STATE = "application/vnd.jupyter.widget-state+json"
SLIDER = 'var n = new IntSlider(0, 10).value(3).description("n"); var twice = new Label("twice 6"); n.onChange(v -> twice.value("twice " + 2 * v)); new VBox(n, twice)'
INTERACT = """interact((eta, momentum, kind) -> {
    double[] x = java.util.stream.IntStream.range(0, 60).mapToDouble(i -> i / 6.0).toArray();
    double[] y = java.util.Arrays.stream(x).map(t -> Math.exp(-eta * t) * (kind.equals("sine") ? Math.sin(t + momentum) : Math.cos(t + momentum))).toArray();
    return LineChart.of("a damped wave", "t", "y", "A wave that dies down, rate " + eta).with(kind, x, y);
}, range(0.0, 1.0), range(0.0, 3.0), choice("sine", "cosine"))"""
TOUR = """new VBox(
    new HBox(new Button("Train").buttonStyle("primary").icon("play"), new Button("Stop").buttonStyle("danger").icon("stop"), new ToggleButton("Shuffle").value(true)),
    new HBox(new VBox(new IntSlider().description("layers"), new FloatLogSlider(-5, 0).value(0.01).description("η"), new FloatRangeSlider(0, 1).description("range"), new IntProgress(0, 10).value(7).description("epoch"), new Checkbox("augment").value(true)),
             new VBox(new Dropdown<>("SGD", "Adam").description("optimizer"), new Text("a name").description("name"), new IntText(32).description("batch"), new ColorPicker("#1f77b4").description("colour"), new DatePicker(LocalDate.of(2026, 1, 31)).description("day"))),
    new HBox(new RadioButtons<>("ReLU", "tanh").description("activation"), new SelectMultiple<>("a", "b", "c").value(List.of("b")).description("classes"), new ToggleButtons<>("train", "test")),
    new Tab(new HTML("<b>bold</b> and <i>not</i>"), new HTMLMath("$e^{i\\\\pi} = -1$"), new Output().show(List.of(1, 2, 3))).titles("HTML", "LaTeX", "Output"),
    new Accordion(new Label("folded")).titles("More"), new Play().interval(200))"""
OWN = 'int seen = 0; var n = new IntSlider(0, 10).value({start}).description("n"); var said = new Label("nothing moved"); var fails = new Button("fail").onClick(() -> {{ throw new IllegalStateException("clicked"); }}); n.onChange(v -> {{ seen = v; said.value("moved to " + v); }}); new VBox(n, said, fails)'
LISTED = "n.value() + \" \" + seen"
FAILING = 'var failing = new Button("fail").onClick(() -> { throw new IllegalStateException("clicked"); }); failing'


# how many frames were drawn in which the second cell had no picture, or another height than at first
WATCH = """() => {
    window.flickers = 0;
    const shown = () => document.querySelectorAll('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell')[1].querySelector('svg[role=img]');
    const height = shown().getBoundingClientRect().height;
    const look = () => {
        const picture = shown();
        if (!picture || picture.getBoundingClientRect().height !== height) window.flickers++;
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("widgets")
    for name, cells in {"moved": [SLIDER, INTERACT, FAILING], "tour": [TOUR], "run": [SLIDER, INTERACT], "first": [OWN.format(start=1), LISTED], "second": [OWN.format(start=5), LISTED]}.items():
        nbformat.write(new_notebook(cells=[new_code_cell(cell) for cell in cells], metadata={"kernelspec": KERNEL}), folder / f"{name}.ipynb")
    return folder


@pytest.fixture(scope="module")
def server(folder, tmp_path_factory):
    server = Server(folder, tmp_path_factory.mktemp("settings"))
    yield server
    server.end()


@pytest.fixture
def lab(browser, server):
    lab = Lab(browser.new_page(viewport={"width": 1280, "height": 1000}), server.address)
    yield lab
    lab.leave()


def slider(lab: Lab, cell: int):
    return lab.cell(cell).locator(".noUi-handle").first


def move(lab: Lab, cell: int, key: str, times: int = 1) -> None:
    slider(lab, cell).focus()
    for _ in range(times):
        lab.page.keyboard.press(key)


def picture(lab: Lab, cell: int) -> str:
    return lab.cell(cell).locator("svg[role=img]").first.get_attribute("aria-label") or ""


def test_what_is_moved_is_handled_saved_and_there_again_with_and_without_the_kernel(lab: Lab, folder):
    lab.open("moved.ipynb")
    lab.menu("Run", "Run All Cells")
    lab.has_run(2)
    move(lab, 0, "ArrowRight", 2)
    expect(lab.cell(0)).to_contain_text("twice 10")
    first = picture(lab, 1)
    lab.page.evaluate(WATCH)
    move(lab, 1, "ArrowRight", 5)
    expect(lab.cell(1).locator("svg[role=img]").first).not_to_have_attribute("aria-label", first)
    assert lab.page.evaluate("window.flickers") == 0
    lab.cell(2).get_by_role("button", name="fail").click()
    expect(lab.cell(2)).to_contain_text("IllegalStateException: clicked")
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        lab.theme(theme)
        lab.cell(0).scroll_into_view_if_needed()
        lab.screenshot(f"widgets-interact-{theme.split()[1].lower()}")
    last = picture(lab, 1)

    lab.button("docmanager:save")
    lab.page.wait_for_function("() => !document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-mod-dirty')")
    lab.page.reload()
    expect(lab.status("Idle")).to_be_visible()
    expect(lab.cell(0)).to_contain_text("twice 10")
    move(lab, 0, "ArrowRight")
    expect(lab.cell(0)).to_contain_text("twice 12")
    assert picture(lab, 1) == last

    saved = nbformat.read(folder / "moved.ipynb", as_version=4).metadata.widgets[STATE]["state"]
    assert {"value": 5} == {key: value for each in saved.values() if each["model_name"] == "IntSliderModel" for key, value in each["state"].items() if key == "value"}
    # another kernel knows nothing of it, and the page shows it from the file
    lab.menu("Kernel", "Restart Kernel…")
    lab.page.locator(".jp-Dialog .jp-mod-accept").click()
    expect(lab.status("Idle")).to_be_visible()
    lab.page.goto("about:blank")
    lab.page.goto(f"{lab._address}&reset")
    lab.open("moved.ipynb")
    expect(lab.cell(0)).to_contain_text("twice 10")
    assert picture(lab, 1) == last


def tab(lab: Lab, name: str) -> None:
    lab.page.locator("#jp-main-dock-panel .lm-TabBar-tab").filter(has_text=name).click()


def answers(lab: Lab, text: str) -> None:
    """What the second cell says of the slider, as the kernel has it."""
    lab.start(1)
    lab.has_run(1)
    expect(lab.output(1).last).to_have_text(text)


def test_the_widgets_of_two_notebooks_keep_to_themselves_also_when_one_fails(lab: Lab):
    for name in ("first", "second"):
        lab.open(f"{name}.ipynb")
        lab.start(0)
        lab.has_run(0)
    move(lab, 0, "ArrowRight")
    expect(lab.cell(0)).to_contain_text("moved to 6")
    tab(lab, "first")
    expect(lab.output(0).last).to_contain_text("nothing moved")
    move(lab, 0, "ArrowRight", 2)
    expect(lab.cell(0)).to_contain_text("moved to 3")
    answers(lab, "3 3")
    # an exception stays under its own widget
    lab.cell(0).get_by_role("button", name="fail").click()
    expect(lab.cell(0)).to_contain_text("IllegalStateException: clicked")
    tab(lab, "second")
    expect(lab.cell(0)).to_contain_text("moved to 6")
    expect(lab.cell(0)).not_to_contain_text("IllegalStateException: clicked")
    answers(lab, "6 6")
    lab.screenshot("widgets-two-notebooks")


def test_the_stock_widgets_read_well_in_both_themes(lab: Lab):
    lab.open("tour.ipynb")
    lab.start(0)
    lab.has_run(0)
    expect(lab.cell(0).get_by_title("Train", exact=True)).to_be_visible()
    expect(lab.cell(0).locator(".jp-OutputArea-output").first).not_to_contain_text("Error displaying widget")
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        lab.theme(theme)
        lab.screenshot(f"widgets-tour-{theme.split()[1].lower()}")


def test_a_notebook_that_is_run_without_a_page_has_the_widgets_state(folder):
    run = subprocess.run([sys.executable, str(ROOT / "environment" / "setup"), "run", str(folder / "run.ipynb")], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    executed = nbformat.read(folder / "run.executed.ipynb", as_version=4)
    states = executed.metadata.widgets[STATE]["state"]
    for cell in executed.cells:
        assert cell.outputs[-1].data["application/vnd.jupyter.widget-view+json"]["model_id"] in states
        assert cell.outputs[-1].data["text/plain"].startswith("VBox(")
    outputs = next(each["state"]["outputs"] for each in states.values() if each["model_name"] == "OutputModel")
    assert "image/svg+xml" in outputs[0]["data"] or "text/html" in outputs[0]["data"]
