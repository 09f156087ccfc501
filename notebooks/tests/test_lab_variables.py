"""JupyterLab's panel of variables, without a breakpoint."""

from __future__ import annotations

import re

import nbformat
import pytest
from lab import KERNEL, Lab, Server
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, expect

CELLS = [
    """record Point(int x, double y) {}
int n = 3; double rate = 0.25; String name = "Ada"; boolean shuffle = true;
var point = new Point(1, 2.5); var list = new ArrayList<>(List.of(1, 2, 3)); var many = new int[500];
var manager = NDManager.newBaseManager(); var weights = manager.arange(12f).reshape(3, 4);
var flowers = Table.create("flowers", StringColumn.create("kind", "rose", "lily"), DoubleColumn.create("height", 40.5, 60));""",
    "n = 4; rate = 0.125; list.add(4);",
    'for (int i = 0; i < 200; i++) { System.out.println(i); n = i; }',
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("variables")
    nbformat.write(new_notebook(cells=[new_code_cell(cell) for cell in CELLS], metadata={"kernelspec": KERNEL}), folder / "variables.ipynb")
    server = Server(folder, tmp_path_factory.mktemp("settings"))
    yield server
    server.end()


@pytest.fixture
def lab(browser, server):
    lab = Lab(browser.new_page(viewport={"width": 1400, "height": 900}), server.address)
    yield lab
    lab.leave()


def variable(lab: Lab, name: str) -> Locator:
    named = lab.page.locator(".jp-DebuggerVariables-name").get_by_text(re.compile(rf"^{re.escape(name)}$"))
    return lab.page.locator(".jp-DebuggerVariables .jp-TreeItem").filter(has=named).last


def shows(lab: Lab, name: str, text: str) -> None:
    expect(variable(lab, name).locator(".jp-DebuggerVariables-detail").first).to_have_text(text)


def unfold(lab: Lab, name: str) -> None:
    variable(lab, name).locator(".jp-DebuggerVariables-name").first.click()


def render(lab: Lab, name: str) -> Locator:
    """By the magnifying glass that comes up beside a variable."""
    variable(lab, name).hover()
    variable(lab, name).get_by_title(f"Render variable: {name}").click()
    return lab.page.locator(".jp-VariableRendererPanel:visible")


def test_the_panel_shows_variables_unfolds_them_follows_the_cells_and_renders_a_value(lab: Lab):
    complaints: list[str] = []
    lab.page.on("pageerror", lambda error: complaints.append(str(error)))
    lab.open("variables.ipynb")
    lab.start(0)
    lab.has_run(0)
    lab.page.get_by_title("Enable Debugger").click()
    lab.page.locator("li[data-id=jp-debugger-sidebar]").click()
    for name, text in {
        "n": "int = 3",
        "rate": "double = 0.25",
        "name": 'String = "Ada"',
        "shuffle": "boolean = true",
        "point": "Point[x=1, y=2.5]",
        "list": "ArrayList<Integer> = [1, 2, 3]",
        "weights": "NDArray = ND: (3, 4) cpu() float32",
        "flowers": "Table = flowers",
    }.items():
        shows(lab, name, text)
    expect(variable(lab, "many")).to_contain_text("int[] = 500 elements [0, 0, ")
    unfold(lab, "point")
    shows(lab, "y", "double = 2.5")
    unfold(lab, "list")
    shows(lab, "[2]", "Integer = 3")

    # a mark beside a line would promise a stop
    lab.cell(1).locator(".cm-breakpoint-gutter .cm-gutterElement").last.click()
    lab.start(1)
    lab.has_run(1)
    shows(lab, "n", "int = 4")
    shows(lab, "list", "ArrayList<Integer> = [1, 2, 3, 4]")
    expect(lab.page.locator(".cm-breakpoint-icon:visible")).to_have_count(0)
    # what has not changed is still unfolded
    shows(lab, "y", "double = 2.5")
    unfold(lab, "list")
    shows(lab, "[3]", "Integer = 4")
    lab.start(2)
    lab.has_run(2)
    shows(lab, "n", "int = 199")

    expect(render(lab, "weights")).to_contain_text("NDArray (3, 4) float32 on cpu")
    expect(render(lab, "flowers").get_by_role("cell", name="lily").or_(lab.page.locator(".jp-VariableRendererPanel td").get_by_text("lily")).first).to_be_visible()
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        lab.theme(theme)
        lab.screenshot(f"variables-{theme.split()[1].lower()}")
    lab.page.get_by_title("Table View").click()
    lab.screenshot("variables-table")

    # a new page finds the debugger switched on, and a new kernel has no variables
    lab.button("docmanager:save")
    lab.page.reload()
    expect(lab.status("Idle")).to_be_visible()
    lab.page.locator("#jp-debugger-sidebar").wait_for()
    shows(lab, "n", "int = 199")
    lab.menu("Kernel", "Restart Kernel…")
    lab.page.locator(".jp-Dialog .jp-mod-accept").click()
    expect(lab.status("Idle")).to_be_visible()
    expect(lab.page.locator(".jp-DebuggerVariables-name")).to_have_count(0)
    assert complaints == []
