"""What notebooks written for IJava and JJava do, as they do it."""

from __future__ import annotations

import pytest
from talk import Notebook

HTML = "text/html"


def test_a_text_is_shown_as_the_kind_of_text_that_is_asked_for(notebook: Notebook):
    result = notebook.run('String id = display("<b>bold</b>", "text/html");\nupdateDisplay(id, "# title", "text/markdown");')
    assert result.status == "ok", result.error
    assert result.shown[0][HTML] == "<b>bold</b>"
    assert result.of("update_display_data")[0]["data"]["text/markdown"] == "# title"
    assert result.of("update_display_data")[0]["transient"] == result.of("display_data")[0]["transient"]


def test_render_yields_display_data_where_a_notebook_names_that(notebook: Notebook):
    notebook.run("import io.github.spencerpark.jupyter.kernel.display.DisplayData;")
    result = notebook.run('DisplayData d = render("a & b", "text/html");\nd.putMarkdown("*a*");\nd.setDisplayId("chosen");\ndisplay(d)')
    assert result.status == "ok", result.error
    assert result.shown == [{"text/plain": "a & b", HTML: "a & b", "text/markdown": "*a*"}]
    assert result.of("display_data")[0]["transient"] == {"display_id": "chosen"}
    assert notebook.run('updateDisplay("chosen", 7)').of("update_display_data")[0]["data"] == {"text/plain": "7"}


def test_display_data_puts_each_kind_of_content(notebook: Notebook):
    result = notebook.run(
        """
        import io.github.spencerpark.jupyter.kernel.display.DisplayData;
        import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
        DisplayData all = new DisplayData("plain");
        all.putHTML("<i>h</i>"); all.putLatex("$x$"); all.putMath("y"); all.putMarkdown("m"); all.putJavaScript("1;");
        all.putJSON("{\\"a\\": [1, \\"b\\"]}", true); all.putSVG("<svg/>"); all.putData(MIMEType.IMAGE_PNG, "aGk=");
        all.putData("application/geo+json", Map.of("type", List.of(1, true, "q\\"")));
        all.putMetaData(MIMEType.IMAGE_PNG, Map.of("width", 10));
        all
        """
    )
    assert result.status == "ok", result.error
    assert result.data == {
        "text/plain": "plain",
        HTML: "<i>h</i>",
        "text/latex": "$$y$$",
        "text/markdown": "m",
        "application/javascript": "1;",
        "application/json": {"a": [1, "b"]},
        "image/svg+xml": "<svg/>",
        "image/png": "aGk=",
        "application/geo+json": {"type": [1, True, 'q"']},
    }
    assert result.of("execute_result")[0]["metadata"] == {"application/json": {"expanded": True}, "image/png": {"width": 10}}


def test_a_renderer_that_a_notebook_registers_shows_its_type_from_then_on(notebook: Notebook):
    result = notebook.run(
        """
        import io.github.spencerpark.ijava.IJava;
        import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
        class Matrix { final int[][] rows; Matrix(int[][] rows) { this.rows = rows; } public String toString() { return "matrix"; } }
        class Sparse extends Matrix { Sparse() { super(new int[0][]); } }
        IJava.getKernelInstance().getRenderer().createRegistration(Matrix.class)
            .preferring(MIMEType.TEXT_HTML)
            .supporting(MIMEType.TEXT_LATEX)
            .register((matrix, ctx) -> {
                ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> "<table>" + matrix.rows.length + "</table>");
                ctx.renderIfRequested(MIMEType.TEXT_LATEX, (type, out) -> out.putData(type, "$m$"));
            });
        """
    )
    assert result.status == "ok", result.error
    assert notebook.run("new Matrix(new int[2][3])").data == {"text/plain": "matrix", HTML: "<table>2</table>"}
    assert notebook.run("new Sparse();").data == {"text/plain": "matrix", HTML: "<table>0</table>"}
    assert notebook.run('display(new Matrix(new int[1][1]), "text/latex");').shown == [{"text/plain": "matrix"}]
    assert notebook.run('getKernelInstance().display(getKernelInstance().getRenderer().renderAs(new Sparse(), "text/latex"))').shown == [
        {"text/plain": "matrix", "text/latex": "$m$"}
    ]


def test_arrays_and_several_types_have_renderers_too(notebook: Notebook):
    result = notebook.run(
        """
        interface Shape {}
        class Disc implements Shape { public String toString() { return "disc"; } }
        class Box { public String toString() { return "box"; } }
        getKernelInstance().getRenderer().createRegistration(double[][].class).preferring("text/html")
            .register((rows, ctx) -> ctx.renderIfRequested(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML, () -> "rows " + rows.length));
        getKernelInstance().getRenderer().createRegistration(Object.class).onType(Shape.class).onType(Box.class)
            .register((any, ctx) -> ctx.getOutputContainer().putHTML("<u>" + any + "</u>"));
        """
    )
    assert result.status == "ok", result.error
    assert notebook.run("new double[3][2]").data[HTML] == "rows 3"
    assert notebook.run("new Disc()").data == {"text/plain": "disc", HTML: "<u>disc</u>"}
    assert notebook.run("new Box()").data == {"text/plain": "box", HTML: "<u>box</u>"}


def test_a_value_that_renders_itself_is_shown(notebook: Notebook):
    result = notebook.run(
        """
        import io.github.spencerpark.jupyter.kernel.display.*;
        import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
        class Card implements DisplayDataRenderable {
            public Set<MIMEType> getSupportedRenderTypes() { return Set.of(MIMEType.TEXT_HTML, MIMEType.TEXT_MARKDOWN); }
            public Set<MIMEType> getPreferredRenderTypes() { return Collections.singleton(MIMEType.TEXT_HTML); }
            public void render(RenderContext context) {
                context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>card</b>");
                context.renderIfRequested(MIMEType.TEXT_MARKDOWN, type -> "**card**");
            }
            public String toString() { return "card"; }
        }
        new Card()
        """
    )
    assert result.data == {"text/plain": "card", HTML: "<b>card</b>"}, result.error
    assert notebook.run('DisplayData card = render(new Card(), "text/markdown"); card').data == {"text/plain": "card", "text/markdown": "**card**"}


def test_magics_that_a_notebook_registers_can_be_called(notebook: Notebook):
    result = notebook.run(
        """
        import io.github.spencerpark.ijava.IJava;
        import io.github.spencerpark.jupyter.kernel.magic.registry.*;
        class Tools {
            int calls = 0;
            @LineMagic(aliases = {"twice"}) public Integer doubled(List<String> args) { calls++; return 2 * Integer.parseInt(args.get(0)); }
            @CellMagic("upper") public String shout(List<String> args, String body) { return body.strip().toUpperCase() + args; }
            @LineMagic @CellMagic public String both(List<String> args, String body) { return body == null ? "line" : "cell"; }
            @LineMagic public int count() { return calls; }
        }
        IJava.getKernelInstance().getMagics().registerMagics(new Tools());
        getKernelInstance().getMagics().registerLineMagic("add", args -> args.stream().mapToInt(Integer::parseInt).sum());
        getKernelInstance().getMagics().registerCellMagic("lines", (args, body) -> body.lines().count());
        """
    )
    assert result.status == "ok", result.error
    assert notebook.run("%doubled 21").text == "42"
    assert notebook.run("int sum = %add 1 2 3\nint more = %twice 4\nsum + more").text == "14"
    assert notebook.run("%%upper a b\nhello").text == "HELLO[a, b]"
    assert notebook.run("%both").text == "line"
    assert notebook.run("%%both\n").text == "cell"
    assert notebook.run("%count").text == "2"
    assert notebook.run("%%lines\n1\n2\n").text == "2"
    assert notebook.run('(int) getKernelInstance().getMagics().applyLineMagic("add", List.of("4", "5"))').text == "9"
    assert notebook.run('int viaFunction = lineMagic("add", List.of("1"));\nlong body = cellMagic("lines", List.of(), "a\\nb\\nc");\nviaFunction + body').text == "4"


def test_a_magic_that_was_never_registered_or_is_of_the_other_kind_is_refused(notebook: Notebook):
    assert "There is no magic %neverRegistered." in notebook.run("%neverRegistered").error
    notebook.run('getKernelInstance().getMagics().registerCellMagic("onlyCell", (args, body) -> body);')
    assert "There is no line magic %onlyCell." in notebook.run("%onlyCell").error
    notebook.run('getKernelInstance().getMagics().registerLineMagic("fails", args -> { throw new java.io.IOException("disc"); });')
    assert "java.io.IOException: disc" in notebook.run("%fails").error


def test_a_static_magic_class_and_arguments_by_a_schema(notebook: Notebook):
    result = notebook.run(
        """
        import io.github.spencerpark.jupyter.kernel.magic.registry.*;
        class Schemas {
            @LineMagic static Map<String, List<String>> sorted(List<String> args) {
                return new TreeMap<>(MagicsArgs.builder().required("file").optional("to").varargs("more")
                    .keyword("from").flag("verbose", 'v', "true").build().parse(args));
            }
        }
        getKernelInstance().getMagics().registerMagics(Schemas.class);
        """
    )
    assert result.status == "ok", result.error
    assert notebook.run('%sorted "a b" --from x c --from=y -v d e').text == "{file=[a b], from=[x, y], more=[d, e], to=[c], verbose=[true]}"
    assert "Missing: file." in notebook.run("%sorted").error


def test_the_kernel_evaluates_and_grows_its_class_path(notebook: Notebook):
    (notebook.folder / "classes").mkdir(exist_ok=True)
    assert notebook.run('int seven = 7;\nObject raw = getKernelInstance().evalRaw("seven * 6");\nraw').text == "42"
    assert notebook.run('getKernelInstance().eval("seven").getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN)').text == "7"
    assert notebook.run('eval("seven + 1")').text == "8"
    result = notebook.run('getKernelInstance().addToClasspath("classes");\n%classpath classes')
    assert result.text == str(notebook.folder / "classes"), result.error
    result = notebook.run('getKernelInstance().getIO().out.println("printed"); printf("%.1f%n", 1.5); getKernelInstance().getCommManager();')
    assert result.printed() == "printed\n1.5\n", result.error


def test_the_maven_resolver_is_an_object(notebook: Notebook):
    result = notebook.run(
        'getKernelInstance().getMavenResolver().addRemoteRepo("nowhere", "file:///nowhere/at/all");\n'
        'getKernelInstance().getMavenResolver().addMavenDependencies(List.of("no.such.group:nothing:1"));'
    )
    assert result.status == "error" and "no.such.group:nothing" in result.error


def test_shell_and_its_kin_may_be_registered(notebook: Notebook):
    result = notebook.run(
        "import io.github.spencerpark.jupyter.kernel.magic.common.Shell;\n"
        "io.github.spencerpark.ijava.IJava.getKernelInstance().getMagics().registerMagics(Shell.class);"
    )
    assert result.status == "ok", result.error


def test_a_method_may_call_the_kernel_and_a_class_the_functions(notebook: Notebook):
    result = notebook.run(
        """
        import static io.github.spencerpark.ijava.runtime.Display.display;
        void show(String text) { getKernelInstance().getIO().display.display(render(text, "text/html")); }
        class Page { static String put(String text) { return display(text, "text/markdown"); } }
        show("<p>1</p>");
        String id = Page.put("*2*");
        """
    )
    assert result.status == "ok", result.error
    assert [HTML in data for data in result.shown] == [True, False]
    assert result.shown[1]["text/markdown"] == "*2*"


@pytest.mark.parametrize("word", ["kernel", "render", "getKernelInstance"])
def test_what_a_reader_declares_under_such_a_name_is_the_readers(word: str, start):
    notebook = start()
    assert notebook.run(f"int {word}(int x) {{ return x + 1; }}\n{word}(1)").text == "2"
    assert notebook.run(f"{word}(5)").text == "6"


def test_jottersown_bundle_stays_what_render_yields_elsewhere(start):
    notebook = start()
    assert notebook.run('MimeBundle bundle = render(1);\nbundle.data().get("text/plain")').text == "1"
