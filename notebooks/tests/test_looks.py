"""How values, charts and diagrams look: in JupyterLab in both themes, and in an exported page without a network."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from lab import KERNEL, LEAST_CONTRAST, SCREENSHOTS, Lab, Server
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

EVIL = "<img src=x onerror='document.body.dataset.pwned=1'><script>document.body.dataset.pwned=1</script>"
WAVES = """
double[] x = java.util.stream.IntStream.range(0, 200).mapToDouble(i -> i / 20.0).toArray();
double[] sin = Arrays.stream(x).map(Math::sin).toArray(), cos = Arrays.stream(x).map(Math::cos).toArray();
"""
CELLS = {
    "plot": WAVES + 'plot(x, sin, cos).title("Two waves").xLabel("time").yLabel("height")',
    "scatter": 'scatter(sin, cos).named("circle").with("line", x, x).size(640, 260)',
    "cloud": "Random random = new Random(1);\ndouble[] a = random.doubles(100_000).toArray(), b = random.doubles(100_000).map(v -> v * v).toArray();\nscatter(a, b)",
    "hist": 'hist(b).title("Squares").size(640, 240)',
    "bar": 'bar(List.of("Bern", "Lima"), new int[] {3, 5}).with("second", new int[] {2, 4}).size(640, 240)',
    "heatmap": "heatmap(new double[][] {{1, 2, 3}, {4, 5, 6}}).size(480, 220)",
    "interactive": 'plot(x, sin, cos).title("Hover and zoom").interactive()',
    "vegalite": (
        'vegaLite("""\n{"title": "By its JSON", "mark": "bar", "data": {"values": [{"k": "a", "v": 3}, {"k": "b", "v": 5}]},\n'
        ' "encoding": {"x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}}""")'
    ),
    "mermaid": 'mermaid("graph LR; A[input] --> B(hidden) --> C{output}")',
    "sequence": 'mermaid("sequenceDiagram\\n  reader->>kernel: run\\n  kernel-->>reader: result")',
    "latex": 'latex("\\\\nabla_w L = \\\\frac{1}{n} \\\\sum_i x_i (\\\\hat y_i - y_i)")',
    "dot": 'dot("digraph { rankdir=LR; input -> hidden [label=W1]; hidden -> output [label=W2]; hidden -> hidden [style=dashed] }")',
    "map": f'new TreeMap<>(Map.of("alpha", 1, "{EVIL.replace(chr(34), chr(39))}", 2))',
    "records": 'record City(String name, int founded) {}\nList.of(new City("Bern", 1191), new City("Lima", 1535))',
    "row": "IntStream.range(0, 5_000).boxed().toList()",
    "exception": f'new IllegalStateException("{EVIL}", new RuntimeException("the cause"))',
    "table": 'Table.create("capitals", StringColumn.create("city", "Bern", "<script>alert(1)</script>"), IntColumn.create("founded", 1191, 1535))',
    "array": "NDManager.newBaseManager().arange(784f).reshape(28, 28).div(784)",
    "images": "images(new float[][] {new float[784], {0, 0.5f, 0.7f, 1}})",
    "sound": "audio(new double[8_000], 8_000)",
    "xchart": 'var mine = new XYChartBuilder().width(500).height(240).title("XChart as it comes").build();\nmine.addSeries("s", x, sin).setMarker(org.knowm.xchart.style.markers.SeriesMarkers.NONE);\nmine',
}
PLACE = {name: place for place, name in enumerate(CELLS)}
# a picture that is there and has been decoded, or drawn by the page
DRAWN = "output => [...output.querySelectorAll('img')].every(img => img.naturalWidth > 0) && !!output.querySelector('img, svg')"


def _notebook(without: str = "") -> nbformat.NotebookNode:
    cells = {name: "" if name == without else cell for name, cell in CELLS.items()}
    return new_notebook(cells=[new_code_cell(cell) for cell in cells.values()], metadata={"kernelspec": KERNEL})


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("looks")
    nbformat.write(_notebook(), folder / "looks.ipynb")
    server = Server(folder, tmp_path_factory.mktemp("settings"))
    yield server
    server.end()


@pytest.fixture
def lab(browser, server):  # noqa: F811
    lab = Lab(browser.new_page(viewport={"width": 1280, "height": 1400}), server.address)
    yield lab
    lab.leave()


def test_values_charts_and_diagrams_read_well_in_both_themes(lab: Lab):
    lab.open("looks.ipynb")
    lab.menu("Run", "Run All Cells")
    lab.has_run(len(CELLS) - 1)
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        lab.theme(theme)
        for name in ("plot", "cloud", "bar", "heatmap", "interactive", "mermaid", "dot", "records", "exception", "table", "images", "xchart"):
            lab.cell(PLACE[name]).scroll_into_view_if_needed()
            expect(lab.output(PLACE[name]).first).to_be_visible()
            lab.screenshot(f"looks-{name}-{theme.split()[1].lower()}")
        contrast, words = lab.page.evaluate(LEAST_CONTRAST)
        assert contrast >= 4.5, f"{theme}: “{words}” has a contrast of {contrast:.1f}"
    for name in ("plot", "scatter", "cloud", "hist", "bar", "heatmap", "mermaid", "dot", "xchart"):
        svg = lab.output(PLACE[name]).locator("svg[role=img]")
        expect(svg).to_have_attribute("aria-label", re.compile("hart|istogram|eat map|[Gg]raph"))
        expect(lab.output(PLACE[name]).locator("img.jotter-still")).to_be_hidden()
    expect(lab.output(PLACE["latex"]).locator("mjx-container")).to_be_visible()
    expect(lab.cell(PLACE["sequence"]).locator(".jp-RenderedMermaid img, .jp-RenderedMermaid svg").first).to_be_visible()
    expect(lab.page.locator("body[data-pwned]")).to_have_count(0)
    _answers_to_the_pointer(lab)


def _answers_to_the_pointer(lab: Lab) -> None:
    bars = lab.output(PLACE["vegalite"]).locator(".mark-rect path")
    expect(bars).to_have_count(2)
    bars.first.hover()
    chart = lab.output(PLACE["interactive"])
    chart.scroll_into_view_if_needed()
    labels = chart.locator(".role-axis-label text")
    before = labels.all_text_contents()
    points = chart.locator(".mark-symbol path")
    expect(points.first).to_be_attached()
    points.nth(40).hover(force=True)
    expect(lab.page.locator("#vg-tooltip-element.visible")).to_contain_text("y1")
    lab.page.mouse.wheel(0, -600)
    lab.page.wait_for_function(
        "before => [...document.querySelectorAll('.vega-embed .role-axis-label text')].map(t => t.textContent).join() !== before", arg=",".join(before)
    )


def test_an_exported_page_shows_everything_without_a_network(browser, tmp_path: Path):  # noqa: F811
    # for the diagrams that Mermaid alone can draw, the page would fetch it
    notebook = NotebookClient(_notebook("sequence"), timeout=120, kernel_name="jotter", resources={"metadata": {"path": str(tmp_path)}}).execute()
    errors = [output for cell in notebook.cells for output in cell.outputs if output.output_type == "error"]
    assert errors == []
    asked = _requests(browser, _export(notebook, tmp_path / "looks.html"), looks=True)
    # the page asks for MathJax and the like whatever is in it; what is in it asks for nothing
    assert asked <= _requests(browser, _export(new_notebook(cells=[new_code_cell("1")]), tmp_path / "empty.html"), looks=False)


def _export(notebook: nbformat.NotebookNode, file: Path) -> Path:
    file.write_text(HTMLExporter().from_notebook_node(notebook)[0], "utf-8")
    return file


def _requests(browser, file: Path, *, looks: bool) -> set[str]:  # noqa: F811
    """What a page asks of a network that is not there."""
    asked: set[str] = set()
    page = browser.new_page(viewport={"width": 1000, "height": 1200})
    page.route(lambda url: not url.startswith(("file:", "data:")), lambda route: (asked.add(route.request.url), route.abort()))
    page.goto(file.as_uri())
    if looks:
        outputs = page.locator(".jp-CodeCell")
        for name in ("plot", "cloud", "heatmap", "interactive", "vegalite", "mermaid", "dot", "array", "images", "xchart"):
            output = outputs.nth(PLACE[name]).locator(".jp-OutputArea")
            output.scroll_into_view_if_needed()
            page.wait_for_function(DRAWN, arg=output.element_handle())
        for name, words in {"latex": "nabla_w", "records": "Bern", "map": "alpha", "table": "capitals"}.items():
            expect(outputs.nth(PLACE[name]).locator(".jp-OutputArea")).to_contain_text(words)
        assert page.locator("body[data-pwned]").count() == 0
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / "looks-exported.png", full_page=True)
    page.close()
    return asked
