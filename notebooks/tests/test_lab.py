"""JupyterLab itself, as `./jotter lab` starts it, in a real browser."""

from __future__ import annotations

import re
import shutil

import dateutil.parser
import nbformat
import pytest
from books import Book, chapters
from lab import KERNEL, LEAST_CONTRAST, Lab, Server
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

DIGITS = Book.of(next(file for file in chapters() if file.name.startswith("08-")))
TRAINING = ["08-data-1", "08-djl-2", "08-djl-3", "08-djl-4", "08-djl-6", "08-djl-8", "08-djl-14"]
LIVE = [
    'for (int epoch : progress(4).named("epochs")) for (int batch : progress(25).named("batches")) Thread.sleep(4);',
    'var chart = liveChart("loss").labelled("step", "loss").onLogScale();\n'
    "for (int step = 0; step < 20_000; step++) {\n"
    "    chart.add(\"training\", step, (1 + 0.3 * Math.sin(step)) / (1 + step * 0.01));\n"
    '    if (step % 2000 == 0) chart.add("held out", step, 1.2 / (1 + step * 0.01));\n'
    "}",
    'for (int epoch : progress(1000).named("epochs")) for (int batch : progress(1_000_000_000).named("batches")) {}',
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("a course")
    shutil.copy(DIGITS.file, folder)
    _write(folder / "small.ipynb", "int kept = 42;", "while (true) {}", "kept + 1")
    _write(folder / "training.ipynb", *[DIGITS.cell(name).source for name in TRAINING], "model.getBlock().getParameters().size() + seed")
    _write(
        folder / "gallery.ipynb",
        'Table.create("capitals", StringColumn.create("city", "Bern", "Lima"), IntColumn.create("founded", 1191, 1535))',
        "NDManager.newBaseManager().arange(12f).reshape(3, 4)",
        'new XYChartBuilder().title("a parabola").width(400).height(250).build()',
        "ConfusionMatrix.of(new int[][] {{8, 2}, {1, 9}})",
        'LineChart.of("a line", "x", "y", "A line that rises.").with("y = x", new double[] {0, 1}, new double[] {0, 1})',
        'System.err.println("a warning");',
        "int half(int n) { return n / 0; }\nhalf(3)",
        "int x = undefined;",
    )
    _write(folder / "live.ipynb", *LIVE)
    _write(folder / "usage.ipynb", "Thread.sleep(300);")
    server = Server(folder, tmp_path_factory.mktemp("settings"))
    yield server
    server.end()


def _write(file, *cells: str) -> None:
    nbformat.write(new_notebook(cells=[new_code_cell(cell) for cell in cells], metadata={"kernelspec": KERNEL}), file)


@pytest.fixture
def lab(browser, server):
    lab = Lab(browser.new_page(viewport={"width": 1280, "height": 1000}), server.address)
    yield lab
    lab.leave()


def test_run_all_shows_the_training_as_it_goes_and_the_accuracy_in_the_end(lab: Lab):
    lab.open(DIGITS.file.name[:12])
    # what was recorded is trusted: untrusted, JupyterLab would leave no chart of it
    expect(lab.page.locator("svg[role=img]").first).to_be_attached()
    lab.menu("Edit", "Clear Outputs of All Cells")
    expect(lab.page.locator("svg[role=img]")).to_have_count(0)

    lab.menu("Run", "Run All Cells")
    first = lab.bar_beyond(0)
    lab.bar().scroll_into_view_if_needed()
    chart = lab.page.locator('svg[aria-label^="The loss on training batches"] polyline')
    drawn = len((chart.get_attribute("points") or "").split())
    assert lab.bar_beyond(first) > first
    lab.bar_beyond(30)
    lab.screenshot("08-training")
    assert len((chart.get_attribute("points") or "").split()) > drawn

    lab.has_run(len(DIGITS.code) - 1)
    expect(lab.bar()).to_have_attribute("aria-valuenow", "100")
    evaluated = next(index for index, cell in enumerate(DIGITS.code) if cell.id == "08-djl-16")
    expect(lab.output(evaluated)).to_contain_text("accuracy 0.9")
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        lab.theme(theme)
        lab.cell(evaluated + 1).scroll_into_view_if_needed()
        lab.screenshot(f"08-matrix-{theme.split()[1].lower()}")
        contrast, words = lab.page.evaluate(LEAST_CONTRAST)
        assert contrast >= 4.5, f"{theme}: “{words}” has a contrast of {contrast:.1f}"


def test_the_stop_button_ends_an_endless_loop_and_the_variables_stay(lab: Lab):
    lab.open("small.ipynb")
    lab.start(0)
    lab.has_run(0)
    lab.start(1)
    lab.runs(1)
    lab.button("notebook:interrupt-kernel")
    lab.has_run(1)
    expect(lab.output(1)).to_contain_text("All variables are kept")
    lab.start(2)
    expect(lab.output(2)).to_have_text("43")


def test_the_stop_button_ends_a_training_and_the_network_stays(lab: Lab):
    lab.open("training.ipynb")
    lab.menu("Run", "Run All Cells")
    lab.bar_beyond(1)
    lab.button("notebook:interrupt-kernel")
    expect(lab.output(6).first).to_contain_text("stopped in epoch 1 of 5")
    expect(lab.output(6).last).to_contain_text("The network is as it was then.")
    lab.screenshot("08-stopped")
    lab.start(7)
    expect(lab.output(7)).to_have_text("46")


def test_a_restart_forgets_the_variables_and_runs_again(lab: Lab):
    lab.open("small.ipynb")
    lab.start(0)
    lab.has_run(0)
    lab.menu("Kernel", "Restart Kernel…")
    lab.page.locator(".jp-Dialog .jp-mod-accept").click()
    expect(lab.status("Idle")).to_be_visible()
    lab.start(2)
    expect(lab.output(2).first).to_contain_text("cannot find symbol")
    lab.start(0)
    lab.has_run(0)
    lab.start(2)
    expect(lab.output(2)).to_have_text("43")


def test_every_kind_of_output_reads_well_in_both_themes(lab: Lab):
    lab.open("gallery.ipynb")
    for index in range(8):
        lab.start(index)
        lab.has_run(index)
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        lab.theme(theme)
        for index in (0, 4, 7):
            lab.cell(index).scroll_into_view_if_needed()
            lab.screenshot(f"gallery-{index}-{theme.split()[1].lower()}")
        contrast, words = lab.page.evaluate(LEAST_CONTRAST)
        assert contrast >= 4.5, f"{theme}: “{words}” has a contrast of {contrast:.1f}"


def test_loops_show_how_far_they_are_and_a_stop_says_where(lab: Lab):
    lab.open("live.ipynb")
    for index in range(2):
        lab.start(index)
        lab.has_run(index)
    expect(lab.output(0)).to_have_count(1)
    expect(lab.output(0).get_by_role("progressbar", name="epochs")).to_have_attribute("aria-valuenow", "100")
    expect(lab.output(0)).not_to_contain_text("batches")
    expect(lab.output(1).get_by_role("img")).to_have_attribute("aria-label", re.compile("at 19,999, between .* in 20,000 values; held out .* in 10 values"))
    lab.start(2)
    expect(lab.output(2).get_by_role("progressbar", name="batches")).to_be_visible()
    lab.button("notebook:interrupt-kernel")
    lab.has_run(2)
    expect(lab.output(2).first).to_contain_text(re.compile("epochs.*stopped at 0 of 1,000.*batches.*stopped at [0-9,]+ of 1,000,000,000", re.DOTALL))
    # the last state is what is saved
    lab.button("docmanager:save")
    expect(lab.page.locator(".jp-mod-current.jp-mod-dirty")).to_have_count(0)
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        lab.theme(theme)
        lab.cell(1).scroll_into_view_if_needed()
        lab.screenshot(f"live-{theme.split()[1].lower()}")
        contrast, words = lab.page.evaluate(LEAST_CONTRAST)
        assert contrast >= 4.5, f"{theme}: “{words}” has a contrast of {contrast:.1f}"


def test_the_panel_shows_what_the_kernel_takes_and_the_notebook_keeps_when_its_cells_ran(lab: Lab, server):
    lab.open("usage.ipynb")
    lab.start(0)
    lab.has_run(0)
    lab.page.locator('.jp-SideBar .lm-TabBar-tab[title^="Kernel Usage"]').click()
    panel = lab.page.locator(".jp-KernelUsage-view")
    expect(panel).to_contain_text(re.compile(r"Memory: [0-9.]+ [MG]B"))
    expect(panel).to_contain_text(re.compile(r"CPU: [0-9.]+"))
    expect(panel).to_contain_text(re.compile(r"Process ID: [0-9]+"))
    lab.screenshot("usage-light")
    lab.button("docmanager:save")
    expect(lab.page.locator("#jp-main-statusbar")).to_contain_text("Saving completed")
    times = nbformat.read(server.folder / "usage.ipynb", as_version=4).cells[0].metadata["execution"]
    began, ended = (dateutil.parser.isoparse(times[name]) for name in ("iopub.execute_input", "shell.execute_reply"))
    assert 0.3 <= (ended - began).total_seconds() < 30
    assert "shell.execute_reply.started" in times
