"""Notebook 00's oracle: each kind of output that it promises is there, as recorded and when it is run without a network."""

from __future__ import annotations

import shutil

import pytest
from books import Book, chapters, text_of
from lab import LEAST_CONTRAST, Lab, Server
from nbformat import NotebookNode
from playwright.sync_api import expect
from running import run
from sources import drawn

TOUR = Book.of(next(file for file in chapters() if file.name.startswith("00-")))
# the cell, the kinds that it has beside plain text, and what is in them
PROMISED = {
    "00-values-2": {},
    "00-table-2": {"text/html": "<table"},
    "00-chart-2": {"image/svg+xml": "<svg", "image/png": "", "application/vnd.vegalite.v5+json": "planets"},
    "00-formula-2": {"text/latex": "T^2"},
    "00-sound-2": {"text/html": "<audio"},
    "00-progress-2": {"text/html": 'role="progressbar"'},
    "00-move-2": {"application/vnd.jupyter.widget-view+json": "model_id"},
    "00-library-2": {"image/svg+xml": "<svg", "application/vnd.vegalite.v5+json": "giant"},
    "00-help-2": {"text/html": "planets"},
    "00-exercises-2": {"image/svg+xml": "<svg", "text/html": "00.1"},
}
ABOUT_TEN = range(9, 13)


@pytest.fixture(scope="module")
def without_network(tmp_path_factory) -> NotebookNode:
    return run(TOUR.file, TOUR.notebook, drawn(tmp_path_factory.mktemp("nothing"))).notebook


def kinds(notebook: NotebookNode, identity: str) -> dict[str, str]:
    (cell,) = [cell for cell in notebook.cells if cell.id == identity]
    found: dict[str, str] = {}
    for output in cell.outputs:
        for kind, data in output.get("data", {}).items():
            found[kind] = found.get(kind, "") + str(data)
    return found


@pytest.mark.parametrize("identity", PROMISED)
def test_each_kind_of_output_is_there(identity: str, without_network: NotebookNode):
    for notebook in (TOUR.notebook, without_network):
        found = kinds(notebook, identity)
        assert "text/plain" in found
        for kind, holds in PROMISED[identity].items():
            assert holds in found.get(kind, "there is none"), f"{identity} as {kind}"


def test_it_is_a_walk_of_ten_cells_or_so():
    assert len(TOUR.code) in ABOUT_TEN
    assert {cell.id for cell in TOUR.code} - set(PROMISED) == {"00-exercises-4"}


def test_gravity_gives_the_years_that_were_observed(without_network: NotebookNode):
    (cell,) = [cell for cell in without_network.cells if cell.id == "00-progress-2"]
    for planet, year in {"Mercury": 0.241, "Earth": 1.0, "Jupiter": 11.868, "Neptune": 164.892}.items():
        assert f"{planet}={year}" in text_of(cell)


@pytest.fixture
def lab(browser, tmp_path):
    shutil.copy(TOUR.file, tmp_path)
    server = Server(tmp_path, tmp_path / "settings")
    lab = Lab(browser.new_page(viewport={"width": 1280, "height": 1250}), server.address)
    yield lab
    lab.leave()
    server.end()


def test_jupyterlab_opens_on_it_and_it_reads_well_in_both_themes(lab: Lab):
    expect(lab.status("Idle")).to_be_visible()
    lab.menu("Run", "Run All Cells")
    lab.has_run(len(TOUR.code) - 1)
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        lab.theme(theme)
        for place in range(len(TOUR.code)):
            lab.cell(place).scroll_into_view_if_needed()
            contrast, words = lab.page.evaluate(LEAST_CONTRAST)
            assert contrast >= 4.5, f"{words} in {theme}"
        lab.screenshot(f"tour in {theme}")
