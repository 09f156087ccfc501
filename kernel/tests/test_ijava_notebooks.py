"""Whole notebooks in the manner of those that people have: cell by cell, as they stand, with the values that IJava showed."""

from __future__ import annotations

import pytest

DASHBOARD = [
    (
        """
        import io.github.spencerpark.ijava.IJava;
        import io.github.spencerpark.jupyter.kernel.display.common.*;
        import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

        public class Chart {
            final String title;
            final double[] values;
            Chart(String title, double... values) { this.title = title; this.values = values; }
            String asHtml() { return "<figure>" + title + ": " + values.length + "</figure>"; }
            @Override public String toString() { return "Chart(" + title + ")"; }
        }
        """,
        None,
    ),
    (
        """
        IJava.getKernelInstance().getRenderer()
            .createRegistration(Chart.class)
            .preferring(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML)
            .register((chart, ctx) -> {
                ctx.renderIfRequested(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML, () -> {
                    StringBuilder html = new StringBuilder();
                    html.append(chart.asHtml());
                    return html.toString();
                });
            });
        Chart plot(String title, double... values) { return new Chart(title, values); }
        """,
        None,
    ),
    ('plot("sales", 1, 2, 3);', {"text/plain": "Chart(sales)", "text/html": "<figure>sales: 3</figure>"}),
    ('render(plot("x"), "text/plain")', {"text/plain": "Chart(x)"}),
    (
        """
        import java.awt.image.BufferedImage;
        BufferedImage picture = new BufferedImage(80, 90, BufferedImage.TYPE_INT_RGB);
        var rendered = getKernelInstance().getRenderer();
        Image.registerAll(rendered);
        rendered.renderAs(picture, "image/jpeg").hasDataForType(MIMEType.IMAGE_JPEG)
        """,
        {"text/plain": "true"},
    ),
]

TOOLBOX = [
    (
        """
        import io.github.spencerpark.jupyter.kernel.magic.registry.*;
        import io.github.spencerpark.jupyter.kernel.magic.common.Shell;
        getKernelInstance().getMagics().registerMagics(Shell.class);

        public class TableMagics {
            private final Map<String, List<String>> tables = new LinkedHashMap<>();

            @CellMagic(value = "table", aliases = {"csv"})
            public String define(List<String> args, String body) {
                MagicsArgs schema = MagicsArgs.builder().required("name").keyword("skip").build();
                Map<String, List<String>> given = schema.parse(args);
                int skip = given.get("skip").isEmpty() ? 0 : Integer.parseInt(given.get("skip").get(0));
                tables.put(given.get("name").get(0), body.lines().skip(skip).toList());
                return given.get("name").get(0) + ": " + tables.get(given.get("name").get(0)).size();
            }

            @LineMagic
            public List<String> rows(List<String> args) { return tables.get(args.get(0)); }
        }
        getKernelInstance().getMagics().registerMagics(new TableMagics());
        """,
        None,
    ),
    ("%%table people --skip=1\nname,age\nAda,36\nAlan,41", {"text/plain": "people: 2"}),
    ('List<String> people = %rows people\npeople.stream().map(row -> row.split(",")[0]).collect(java.util.stream.Collectors.joining("+"))', {"text/plain": "Ada+Alan"}),
    ('String again = cellMagic("csv", List.of("more"), "a,1\\nb,2\\nc,3");\nagain', {"text/plain": "more: 3"}),
    ('Object length = eval("people.size() + " + ((List<?>) lineMagic("rows", List.of("more"))).size());\nlength', {"text/plain": "5"}),
]

LIVE = [
    (
        """
        import io.github.spencerpark.jupyter.kernel.display.DisplayData;
        DisplayData progress(int percent) {
            DisplayData bar = new DisplayData(percent + " %");
            bar.putHTML("<progress value=" + percent + ">");
            return bar;
        }
        """,
        None,
    ),
    ("String id = display(progress(0));\nfor (int i = 50; i <= 100; i += 50) updateDisplay(id, progress(i));\nid.isEmpty()", {"text/plain": "false"}),
    ('DisplayData math = render("");\nmath.putMath("e^x");\nmath.getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_LATEX)', {"text/plain": "$$e^x$$"}),
    ('getKernelInstance().getIO().display.updateDisplay(id, progress(7));\nprogress(8)', {"text/plain": "8 %", "text/html": "<progress value=8>"}),
    ("class Later { Sooner sooner() { return new Sooner(); } }\nclass Sooner { int n = 4; }\nnew Later().sooner().n;", {"text/plain": "4"}),
]


@pytest.mark.parametrize("cells", [DASHBOARD, TOOLBOX, LIVE], ids=["renderers", "magics", "display data"])
def test_a_notebook_shows_what_ijava_showed(fresh, cells):
    for code, shown in cells:
        result = fresh.run(code)
        assert result.status == "ok", f"{code}\n{result.error}"
        assert shown is None or result.data == shown, code
