"""`%maven`, from the ordinary local repository: the build has put there what is asked for here."""

import pytest
from jotter_kernel import distribution


@pytest.fixture
def asm():
    """The coordinates of a library of the kernel's own, which cells do not see."""
    (jar,) = [jar for jar in distribution.find().libraries() if jar.stem.startswith("asm-9")]
    return f"org.ow2.asm:asm:{jar.stem.removeprefix('asm-')}"


def test_a_library_of_the_local_repository_is_there_for_the_next_line(notebook, asm):
    assert notebook.run("org.objectweb.asm.Opcodes.V17").status == "error"
    result = notebook.run(f"%maven {asm}\norg.objectweb.asm.Opcodes.V17")
    assert result.status == "ok", result.error
    assert result.text == "61"
    assert notebook.run("new org.objectweb.asm.ClassWriter(0).toByteArray().length > 0").text == "true"


def test_a_comment_of_jbangs_is_understood_before_the_code_is_compiled(fresh, asm):
    result = fresh.run(f"// a script\n//DEPS {asm}\nimport org.objectweb.asm.Opcodes;\nOpcodes.V17")
    assert result.status == "ok", result.error
    assert result.text == "61"


def test_a_pasted_dependency_is_there_for_the_next_cell(fresh, asm):
    group, artifact, version = asm.split(":")
    pasted = f"<dependency>\n<groupId>{group}</groupId>\n<artifactId>{artifact}</artifactId>\n<version>{version}</version>\n</dependency>"
    result = fresh.run(f"%%loadFromPOM\n{pasted}")
    assert result.status == "ok", result.error
    assert fresh.run("org.objectweb.asm.Opcodes.V17").text == "61"
    assert fresh.run(f"%%maven\n{pasted}").printed().startswith("Nothing to add")


def test_a_pom_that_does_not_parse_ends_the_cell_and_keeps_its_state(notebook):
    notebook.run("int kept = 3;")
    result = notebook.run("%%loadFromPOM\n<dependency>\n<groupId>g</dependency>")
    assert result.content["ename"] == "MagicError"
    assert "does not parse: line 2" in result.content["evalue"]
    assert notebook.run("kept").text == "3"


def test_the_library_stays_when_the_worker_dies(notebook, asm):
    notebook.run(f"%maven {asm}")
    assert notebook.run("System.exit(1);").content["ename"] == "WorkerDied"
    assert notebook.run("org.objectweb.asm.Opcodes.V17").text == "61"


def test_an_unknown_library_is_named(notebook):
    result = notebook.run("%maven org.jotter.nowhere:no-such-thing:1.0")
    assert result.content["ename"] == "MagicError"
    assert "org.jotter.nowhere:no-such-thing" in result.content["evalue"]
    assert notebook.run("1 + 1").text == "2"


def test_what_the_notebook_asks_for_wins_over_what_is_preloaded_and_nobody_notices(fresh):
    assert fresh.run("import com.google.gson.*;\nString text(Object value) { return new Gson().toJson(value); }").status == "ok"
    told = fresh.run("%maven com.google.code.gson:gson:2.8.9")
    assert told.status == "ok", told.error
    assert "takes the place of version" in told.printed() and "worker" not in told.printed()
    assert "gson-2.8.9.jar" in fresh.run("Gson.class.getProtectionDomain().getCodeSource().getLocation().toString()").text
    assert fresh.run("text(List.of(1, 2))").text == "[1,2]"
    # also after a death
    assert fresh.run("System.exit(1);").content["ename"] == "WorkerDied"
    assert "gson-2.8.9.jar" in fresh.run("Gson.class.getProtectionDomain().getCodeSource().getLocation().toString()").text


def test_what_belongs_to_a_release_is_left_out_with_it_and_the_rest_of_the_environment_stays(fresh):
    told = fresh.run("%maven ai.djl:api:0.30.0")
    assert told.status == "ok", told.error
    assert "pytorch-engine" in told.printed()
    assert "api-0.30.0.jar" in fresh.run("Shape.class.getProtectionDomain().getCodeSource().getLocation().toString()").text
    assert fresh.run('Table.create("t", IntColumn.create("a", 1, 2)).rowCount()').text == "2"


def test_where_code_has_run_another_version_is_offered_with_a_restart(fresh):
    fresh.run("int kept = 42;")
    told = fresh.run("%maven com.google.code.gson:gson:2.8.9")
    assert "is already loaded" in told.printed() and "--restart" in told.printed()
    assert fresh.run("kept").text == "42"
    told = fresh.run("%maven com.google.code.gson:gson:2.8.9 --restart")
    assert told.status == "ok" and "Lost variables: kept" in told.printed()
    assert "gson-2.8.9.jar" in fresh.run("com.google.gson.Gson.class.getProtectionDomain().getCodeSource().getLocation().toString()").text
