"""Libraries that bring renderers, magics, imports and start-up code: the example in `kernel/example-extension`."""

import json
import zipfile
from pathlib import Path

import pytest
from jotter_kernel import package_index
from jupyter_client.kernelspec import KernelSpecManager
from kernels import kernel

(JAR,) = (Path(__file__).parents[1] / "example-extension" / "target").glob("jotter-example-extension-*[0-9].jar")


def broken(folder: Path, *names: str) -> Path:
    """A jar whose service file names these."""
    jar = folder / "broken.jar"
    with zipfile.ZipFile(jar, "w") as content:
        content.writestr("META-INF/services/io.jotter.api.Extension", "\n".join(names))
    return jar


@pytest.mark.parametrize("magic", ["%jars", "%classpath"])
def test_an_extension_is_there_when_its_jar_is(fresh, magic):
    assert fresh.run("new Length(1)").content["ename"] == "CompileError"
    result = fresh.run(f'{magic} "{JAR}"\nfeet(10)')
    assert result.status == "ok", result.error
    assert result.data["text/html"] == "<b>3.05 m</b>"
    assert fresh.run("%feet 100").text == "30.48 m"
    assert "%feet number: a length in feet" in fresh.run("%lsmagic").text
    assert fresh.run(f'%jars "{JAR}"\nLengthExtension.starts()').text == "1"


def test_an_extension_is_there_in_the_next_worker_too(fresh):
    fresh.run(f'%jars "{JAR}"')
    fresh.run("System.exit(1);")
    assert fresh.run("%feet 100").text == "30.48 m"
    assert fresh.run("%jvm -Xmx300m\nfeet(10)").text == "3.05 m"
    assert fresh.run("LengthExtension.starts()").text == "1"


def test_what_code_adds_while_it_runs_brings_its_extension(fresh):
    result = fresh.run(f'if (true) {{\n    lineMagic("jars", List.of("{JAR}"));\n    System.out.println((Object) lineMagic("feet", List.of("1")));\n}}')
    assert "Length[metres=0.3048]" in result.printed(), result.error


def test_a_broken_extension_is_named_once_and_does_no_harm(fresh):
    jar = broken(fresh.folder, "no.such.Extension")
    result = fresh.run(f'%jars "{jar}" "{JAR}"\nfeet(10)')
    assert result.text == "3.05 m", result.error
    assert "no.such.Extension" in result.printed("stderr")
    (fresh.folder / "classes").mkdir()
    assert fresh.run("%classpath classes").printed("stderr") == ""
    # another that does harm where it starts
    fresh.run('%%compile\npackage lesson;\npublic class Sulks implements io.jotter.api.Extension {\n    public void start() { throw new IllegalStateException("not today"); }\n}')
    (fresh.folder / "sulking").mkdir()
    result = fresh.run(f'%jars "{broken(fresh.folder / "sulking", "lesson.Sulks")}"\n1 + 1')
    assert result.text == "2"
    assert "The extension lesson.Sulks cannot be used: java.lang.IllegalStateException: not today" in result.printed("stderr")


def test_a_renderer_that_fails_is_named_once_and_the_text_shown(fresh):
    fresh.run(
        """record Odd(int n) {}
        class OfOdd implements io.jotter.api.Renderer<Odd> {
            public Class<Odd> type() { return Odd.class; }
            public io.jotter.api.MimeBundle render(Odd odd) { throw new IllegalStateException("cannot"); }
        }
        registerRenderer(new OfOdd());"""
    )
    result = fresh.run("new Odd(1)")
    assert result.text == "Odd[n=1]", result.error
    assert "has failed, so the plain text is shown: java.lang.IllegalStateException: cannot" in result.printed("stderr")
    result = fresh.run("new Odd(2)")
    assert (result.text, result.printed("stderr")) == ("Odd[n=2]", "")


@pytest.mark.parametrize("indexed", [True, False])
def test_a_preloaded_extension_is_there_for_the_first_cell(specs, tmp_path, indexed):
    spec = json.loads((Path(specs.get_kernel_spec("jotter").resource_dir) / "kernel.json").read_text())
    environment = tmp_path / "environment.classpath"
    spec["argv"] = [f"-Djotter.environment={environment}" if part.startswith("-Djotter.environment=") else part for part in spec["argv"]]
    environment.write_text(f"{JAR}\n")
    if indexed:
        package_index.write([JAR], tmp_path / "environment.packages")
    (tmp_path / "kernels" / "jotter").mkdir(parents=True)
    (tmp_path / "kernels" / "jotter" / "kernel.json").write_text(json.dumps(spec))
    (tmp_path / "notebook").mkdir()
    with kernel(KernelSpecManager(kernel_dirs=[str(tmp_path / "kernels")]), tmp_path / "notebook", ready=False) as preloaded:
        assert preloaded.run("feet(10)").text == "3.05 m"
        assert preloaded.run("%feet 100").text == "30.48 m"
