"""JJava's own names, and its extensions."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from talk import Notebook

EXTENSION = """
package tools;

import java.util.List;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

public class Setup implements Extension {
    public static class Frame { public String toString() { return "frame"; } }

    public static void greet(BaseKernel kernel) { System.out.println("set up"); }

    @Override
    public void install(BaseKernel kernel) {
        kernel.getRenderer().createRegistration(Frame.class).preferring(MIMEType.TEXT_HTML)
            .register((frame, ctx) -> ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>frame</b>"));
        kernel.getMagicsRegistry().registerLineMagic("frames", (k, args) -> args.size());
        kernel.eval("import tools.*;\\nint installed = 1;\\nSetup.greet(getKernelInstance());");
    }
}
"""


def shim(specs) -> Path:
    argv = specs.get_kernel_spec("jotter").argv
    worker = next(Path(word.split("=", 1)[1]) for word in argv if word.startswith("-Djotter.worker="))
    return worker.with_name(worker.name.replace("jotter-worker", "jotter-ijava"))


@pytest.fixture(scope="module")
def extension(specs, tmp_path_factory) -> Path:
    """A jar with an extension, compiled as its author would."""
    java = Path(specs.get_kernel_spec("jotter").argv[0])
    folder = tmp_path_factory.mktemp("extension")
    source = folder / "Setup.java"
    source.write_text(EXTENSION)
    classes = folder / "classes"
    worker = shim(specs)
    api = worker.with_name(worker.name.replace("jotter-ijava", "jotter-api"))
    subprocess.run([java.with_name("javac"), "--release", "17", "-cp", f"{worker}:{api}", "-d", classes, source], check=True)
    services = classes / "META-INF" / "services"
    services.mkdir(parents=True)
    (services / "org.dflib.jjava.jupyter.Extension").write_text("tools.Setup\n")
    jar = folder / "setup.jar"
    subprocess.run([java.with_name("jar"), "cf", jar, "-C", classes, "."], check=True)
    return jar


def test_an_extension_sets_the_notebook_up_when_its_jar_is_added(start, extension):
    notebook = start()
    notebook.run("io.github.spencerpark.ijava.JavaKernel other = getKernelInstance();")
    result = notebook.run(f'%jars "{extension}"')
    assert result.printed() == "set up\n", result.error + result.printed("stderr")
    assert notebook.run("installed").text == "1"
    assert notebook.run("new Setup.Frame()").data == {"text/plain": "frame", "text/html": "<b>frame</b>"}
    assert notebook.run("%frames a b").text == "2"
    assert notebook.run(f'%jars "{extension}"').printed() == ""
    assert notebook.run("other != null").text == "true"


@pytest.mark.parametrize("value", ["false", "0", ""])
def test_extensions_stay_away_where_the_environment_says_so(start, extension, value):
    notebook = start(JJAVA_LOAD_EXTENSIONS=value)
    assert notebook.run(f'%jars "{extension}"').printed() == ""
    assert notebook.run("tools.Setup.class.getName()").text == "tools.Setup"


def test_an_extension_of_the_class_path_variable_is_installed(start, extension):
    notebook = start(JJAVA_CLASSPATH=str(extension.with_name("*.jar")))
    result = notebook.run("installed + 1")
    assert result.text == "2", result.error + result.printed("stderr")


def test_the_kernel_has_jjavas_types_where_those_are_named(start):
    notebook = start()
    result = notebook.run(
        """
        import org.dflib.jjava.jupyter.kernel.display.DisplayData;
        import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
        record Money(int cents) {}
        kernel().getRenderer().createRegistration(Money.class).preferring(MIMEType.TEXT_HTML)
            .register((money, ctx) -> ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>" + money.cents() + "</i>"));
        DisplayData d = render(new Money(5));
        d
        """
    )
    assert result.data == {"text/plain": "Money[cents=5]", "text/html": "<i>5</i>"}, result.error
    result = notebook.run("org.dflib.jjava.kernel.JavaKernel k = kernel();\nk.evalRaw(\"1 + 1\")")
    assert result.text == "2", result.error


def test_the_other_kernels_names_are_found_after_the_one_ones(start):
    notebook = start()
    first = notebook.run("io.github.spencerpark.ijava.JavaKernel a = getKernelInstance();\nint kept = 3;")
    assert first.status == "ok", first.error
    second = notebook.run("org.dflib.jjava.jupyter.kernel.BaseKernel b = getKernelInstance();\na.getClass() == (Class) b.getClass()")
    assert second.text == "false", second.error
    assert notebook.run("io.github.spencerpark.ijava.JavaKernel c = getKernelInstance();\nc == a && kept == 3").text == "true"


def loaded(specs, notebook: Notebook) -> str:
    """The names of the classes that the worker has loaded."""
    jcmd = Path(specs.get_kernel_spec("jotter").argv[0]).with_name("jcmd")
    return subprocess.run([jcmd, str(notebook.worker.pid), "VM.class_hierarchy"], capture_output=True, text=True, check=True).stdout


def test_an_ordinary_notebook_has_nothing_of_it_in_memory(specs, start):
    notebook = start()
    notebook.run('import java.util.stream.*;\nrecord Point(int x) {}\nList<Point> points = IntStream.range(0, 3).mapToObj(Point::new).toList();\ndisplay(points);')
    notebook.run("int wrong = nowhere;")
    assert "io.jotter.api.Notebook" in (names := loaded(specs, notebook))
    assert "spencerpark" not in names and "dflib" not in names
    notebook.run("getKernelInstance().getRenderer();")
    assert "io.github.spencerpark.ijava.IJava" in (names := loaded(specs, notebook)) and "dflib" not in names
