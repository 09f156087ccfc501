"""What a bare first cell finds: arrays, tables, charts, images, without a line of set-up."""

import base64
import struct

from jotter_kernel import distribution, kernelspec
from jupyter_client.kernelspec import KernelSpecManager
from kernels import javas, kernel

PNG = b"\x89PNG\r\n\x1a\n"


def png_size(data):
    content = base64.b64decode(data["image/png"])
    assert content.startswith(PNG)
    return struct.unpack(">II", content[16:24])


def test_an_array_is_shown_with_shape_type_and_device_and_the_log_stays_silent(notebook):
    result = notebook.run("NDManager manager = NDManager.newBaseManager();\nNDArray a = manager.arange(6f).reshape(2, 3);\na")
    assert result.status == "ok", result.error
    assert "(2, 3)" in result.text and "float32" in result.text and "cpu" in result.text
    assert "0" in result.text and "5" in result.text
    # a logging binding is there: the engine wakes without a warning
    assert result.printed("stderr") == ""


def test_a_large_array_is_shortened(notebook):
    result = notebook.run("try (NDManager own = NDManager.newBaseManager()) { display(own.zeros(new Shape(1000, 1000))); }")
    assert result.status == "ok", result.error
    assert "(1000, 1000)" in result.shown[0]["text/plain"] and len(result.shown[0]["text/plain"]) < 5_000


def test_a_table_is_shown_as_html_and_as_text(notebook):
    result = notebook.run('Table.create("heights").addColumns(StringColumn.create("name", "Ada", "<b>"), DoubleColumn.create("m", 1.68, 1.75))')
    assert "<table" in result.data["text/html"] and "Ada" in result.data["text/html"] and "&lt;b&gt;" in result.data["text/html"]
    assert "Ada" in result.text and "1.68" in result.text


def test_a_table_is_read_from_the_notebooks_folder(notebook):
    (notebook.folder / "data.csv").write_text("x,y\n1,2\n3,4\n", "utf-8")
    assert notebook.run('Table.read().csv("data.csv").rowCount()').text == "2"


def test_a_chart_is_shown_as_svg_and_png(notebook):
    result = notebook.run(
        'var chart = new XYChartBuilder().width(300).height(200).title("Growth").build();\n'
        'chart.addSeries("s", new double[] {1, 2, 3}, new double[] {1, 4, 9});\nchart'
    )
    assert result.status == "ok", result.error
    assert "<svg" in result.data["image/svg+xml"] and "</svg>" in result.data["image/svg+xml"]
    width, height = png_size(result.data)
    assert width * 2 == height * 3


def test_an_image_is_shown_as_png(notebook):
    result = notebook.run("new java.awt.image.BufferedImage(400, 300, java.awt.image.BufferedImage.TYPE_INT_RGB)")
    assert png_size(result.data) == (400, 300)


def test_html_and_markdown_are_values(notebook):
    assert notebook.run('html("<b>1</b>")').data["text/html"] == "<b>1</b>"
    assert notebook.run('markdown("**1**")').data["text/markdown"] == "**1**"


def test_the_first_cell_of_all_knows_what_is_preloaded(fresh):
    # the imports are not evaluated yet: of the JDK, of the kernel's own functions and of the environment
    result = fresh.run('List<Integer> list = List.of(1);\nprintf("%s %s", list, new Shape(2, 3));')
    assert result.status == "ok", result.error
    assert result.printed() == "[1] (2, 3)"


def test_a_bare_kernel_has_nothing_preloaded_and_takes_what_it_is_asked_for(tmp_path):
    java = javas()[0]
    target = kernelspec.Target.of(str(tmp_path / "prefix"), False, False)
    kernelspec.install(java, distribution.find(), target, with_cache=False, bare=True)
    folder = tmp_path / "notebook"
    folder.mkdir()
    with kernel(KernelSpecManager(kernel_dirs=[str(tmp_path / "prefix" / "share" / "jupyter" / "kernels")]), folder) as notebook:
        assert notebook.run("Table.create()").status == "error"
        assert notebook.run("List.of(1, 2)").text == "[1, 2]"
        told = notebook.run("%maven com.google.code.gson:gson:2.8.9")
        assert "takes the place" not in told.printed()
        assert notebook.run("new com.google.gson.Gson().toJson(1)").text == "1"
