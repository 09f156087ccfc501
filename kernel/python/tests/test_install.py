"""What an installation writes, with jars and Javas of the tests' own."""

import json
import os
import re
import stat
from pathlib import Path

import pytest
from jotter_kernel import distribution, doctor, jdk, kernelspec, start_jar
from jotter_kernel.cli import main
from jotter_kernel.errors import Problem

VERSION = distribution.VERSION


@pytest.fixture
def checkout(tmp_path):
    """A checkout after its build: small files in place of the jars."""
    root = tmp_path / "check out"
    jars = distribution.in_checkout(root)
    repository = tmp_path / "repository"
    (root / "environment" / "target").mkdir(parents=True)
    jars.library_folder.mkdir(parents=True)
    repository.mkdir()
    for jar in (*jars.own_jars(), jars.library_folder / "b.jar", jars.library_folder / "a.jar", repository / "djl.jar"):
        jar.parent.mkdir(parents=True, exist_ok=True)
        jar.write_text(jar.name)
    ours = root / "environment" / "target" / f"jotter-environment-{VERSION}.jar"
    ours.write_text("ours")
    jars.environment.write_text(f"{ours}\n{repository / 'djl.jar'}\n")
    return jars


@pytest.fixture
def install(checkout, java, tmp_path):
    def run(version="25.0.1", name="jotter", jars=checkout, **options):
        chosen = jdk.choose(str(java(f"jdk {version}", version)), {})
        target = kernelspec.Target.of(str(tmp_path / "pre fix"), user=False, sys_prefix=False)
        folder = kernelspec.install(chosen, jars, target, name, with_cache=False, **options)
        return json.loads((folder / "kernel.json").read_text("utf-8")), folder

    return run


def test_the_kernelspec_says_what_jupyter_needs(install):
    spec, folder = install()
    assert folder.parts[-4:] == ("share", "jupyter", "kernels", "jotter")
    assert spec["display_name"] == "Java 25 (Jotter)"
    assert spec["language"] == "java"
    assert spec["kernel_protocol_version"] == "5.5"
    assert spec["interrupt_mode"] == "message"
    assert spec["metadata"]["debugger"]
    assert spec["argv"][-3] == "-jar" and spec["argv"][-1] == "{connection_file}"


def test_every_path_in_the_command_is_absolute_and_there(install):
    argv = install()[0]["argv"]
    for path in doctor._paths(argv):
        assert path.is_absolute() and path.exists()


def test_the_jars_are_copied_in_a_fixed_order(install, tmp_path):
    argv = install()[0]["argv"]
    names = [jar.name for jar in start_jar.class_path(Path(argv[argv.index("-jar") + 1]))]
    assert names == [f"jotter-server-{VERSION}.jar", f"jotter-worker-{VERSION}.jar", f"jotter-api-{VERSION}.jar", "a.jar", "b.jar"]
    assert not any("check out" in argument for argument in argv)


def test_the_environment_keeps_what_lies_in_the_repository_and_copies_ours(install, tmp_path):
    argv = install()[0]["argv"]
    lines = doctor._option(argv, "-Djotter.environment=").read_text("utf-8").splitlines()
    assert lines == [str(tmp_path / "pre fix" / "share" / "jotter" / VERSION / "environment" / f"jotter-environment-{VERSION}.jar"), str(tmp_path / "repository" / "djl.jar")]


def test_each_jdk_gets_the_flags_that_it_knows(install):
    on_25 = " ".join(install("25.0.1")[0]["argv"])
    on_17 = " ".join(install("17.0.9")[0]["argv"])
    assert "-XX:AOTCache=" in on_25 and "-Xlog:aot=off" in on_25 and "SharedArchiveFile" not in on_25
    assert "-XX:SharedArchiveFile=" in on_17 and "-Dfile.encoding=UTF-8" in on_17 and "aot" not in on_17
    for command in (on_25, on_17):
        assert "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" in command
    assert "-Xshare:auto" in on_17 and "-Xshare" not in on_25


def test_two_names_stand_side_by_side(install):
    first, _ = install(name="jotter")
    second, folder = install(version="17.0.1", name="jotter-17")
    assert folder.name == "jotter-17"
    assert second["display_name"] == "Java 17 (Jotter, jotter-17)" != first["display_name"]


def test_a_bare_kernelspec_stands_beside_the_other_and_names_no_environment(install):
    whole, _ = install()
    bare, folder = install("25.0.2", kernelspec.BARE_NAME, bare=True)
    assert folder.name == "jotter-bare" and bare["display_name"] == "Java 25 (Jotter, bare)"
    assert any(argument.startswith("-Djotter.environment=") for argument in whole["argv"])
    assert not any(argument.startswith("-Djotter.environment=") for argument in bare["argv"])


def test_the_pictures_come_along(install):
    _, folder = install()
    for size in (32, 64):
        picture = (folder / f"logo-{size}x{size}.png").read_bytes()
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(picture[16:20], "big") == int.from_bytes(picture[20:24], "big") == size
    assert (folder / "logo-svg.svg").read_text("utf-8").startswith("<svg")


def test_a_second_installation_leaves_equal_jars_alone(install, checkout, tmp_path):
    install("25.0.1")
    jar = tmp_path / "pre fix" / "share" / "jotter" / VERSION / checkout.server.name
    before = jar.stat().st_mtime_ns
    checkout.server.touch()
    install("25.0.2")
    assert jar.stat().st_mtime_ns == before


def test_a_library_that_is_gone_goes_from_the_installation_too(install, checkout):
    install("25.0.1")
    (checkout.library_folder / "a.jar").unlink()
    assert "a.jar" not in " ".join(install("25.0.2")[0]["argv"])


def test_a_kernel_that_is_not_built_is_told_in_words(install, checkout):
    checkout.server.unlink()
    with pytest.raises(Problem, match="The kernel is not built: there is no .*jotter-server.*jotter install"):
        install()


def test_an_environment_with_a_hole_is_told_in_words(install, tmp_path):
    (tmp_path / "repository" / "djl.jar").unlink()
    with pytest.raises(Problem, match="The environment is not whole: there is no .*djl.jar"):
        install()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told_in_words(install, tmp_path):
    (tmp_path / "pre fix").mkdir(mode=stat.S_IREAD | stat.S_IEXEC)
    with pytest.raises(Problem, match="cannot be written. Install for yourself alone with --user"):
        install()


def test_a_name_that_jupyter_refuses_is_told_in_words(install):
    with pytest.raises(Problem, match="The name no good does not do"):
        install(name="no good")


def test_the_wheel_and_the_jars_have_one_version():
    root = Path(__file__).resolve().parents[3]
    assert re.search(r"<artifactId>jotter</artifactId>\s*<version>(.*?)</version>", (root / "pom.xml").read_text("utf-8")).group(1) == VERSION


def test_the_command_tells_a_problem_in_one_line_and_fails(capsys, tmp_path):
    assert main(["install", "--prefix", str(tmp_path), "--java-home", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().err.startswith("jotter: There is no ")


def test_the_doctor_names_a_kernelspec_whose_java_is_gone(install, tmp_path):
    spec, folder = install()
    Path(spec["argv"][0]).unlink()
    finding = next(doctor._kernelspec("jotter", str(folder), spec["argv"]))
    assert not finding.fine and "which is gone" in finding.what and "jotter install" in finding.what


@pytest.fixture
def kernels(tmp_path):
    return tmp_path / "pre fix" / "share" / "jupyter" / "kernels"


@pytest.fixture
def foreign(kernels):
    """Another kernel's kernelspec of the name java."""
    folder = kernels / "java"
    folder.mkdir(parents=True)
    (folder / "kernel.json").write_text('{"argv": ["java", "-jar", "ijava.jar"], "display_name": "Java"}')
    return folder / "kernel.json"


def test_a_kernelspec_stands_under_further_names_that_notebooks_ask_for(install, kernels):
    spec, _ = install(also_as=["java", "jjava"])
    for name in ("java", "jjava"):
        further = json.loads((kernels / name / "kernel.json").read_text("utf-8"))
        assert further["argv"] == spec["argv"] and further["language"] == "java"
        assert further["display_name"] == f"Java 25 (Jotter, {name})"
    install("25.0.2", also_as=["java"])  # our own is written anew without a word


def test_another_kernels_name_is_taken_only_where_that_is_asked_for(install, kernels, foreign):
    before = foreign.read_text()
    with pytest.raises(Problem, match="The kernelspec java in .* is another kernel's. .* add --force"):
        install(also_as=["jjava", "java"])
    assert foreign.read_text() == before and not (kernels / "jjava").exists() and not (kernels / "jotter").exists()
    install("25.0.2", also_as=["java"], force=True)
    assert "-Djotter.worker=" in foreign.read_text()


def test_uninstalling_takes_away_all_names_of_ours_and_nothing_else(install, kernels, foreign, tmp_path):
    install(also_as=["jjava"])
    install("17.0.1", name="jotter-17")
    other = tmp_path / "pre fix" / "share" / "jotter" / "other"
    other.mkdir()
    target = kernelspec.Target.of(str(tmp_path / "pre fix"), user=False, sys_prefix=False)
    said = []
    kernelspec.uninstall(target, said.append)
    assert [folder.name for folder in kernels.iterdir()] == ["java"] and foreign.is_file()
    assert len(said) == 3 and "jjava" in said[0]
    assert list(other.parent.iterdir()) == [other]
    with pytest.raises(Problem, match="There is nothing of Jotter's in"):
        kernelspec.uninstall(target)


def test_the_command_knows_these_options(capsys, install, kernels, tmp_path):
    install(also_as=["java"])
    assert main(["uninstall", "--prefix", str(tmp_path / "pre fix")]) == 0
    assert "Removed the kernelspec java" in capsys.readouterr().out
    assert main(["uninstall", "--prefix", str(tmp_path / "pre fix")]) == 1
    assert capsys.readouterr().err.startswith("jotter: There is nothing of Jotter's")
