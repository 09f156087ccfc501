"""Which JDK is taken, and what is said when none does."""

import pytest
from jotter_kernel import jdk
from jotter_kernel.errors import Problem


def choose(environ, *homes, java_home=None):
    return jdk.choose(java_home, environ, [str(home) for home in homes])


def test_the_newest_of_the_well_known_places_is_taken(java):
    assert choose({}, java("a", "17.0.2"), java("b", "25.0.1"), java("c", "21.0.9")).major == 25


def test_versions_are_compared_as_numbers(java):
    assert choose({}, java("a", "21.0.9"), java("b", "21.0.10")).version == "21.0.10"


def test_a_java_on_path_is_found(java):
    home = java("on path", "17.0.1")
    found = choose({"PATH": f"/nowhere:{home / 'bin'}"})
    assert found.home == home and found.source == "PATH"


def test_java_home_goes_before_a_newer_one(java):
    assert choose({"JAVA_HOME": str(java("named", "17.0.1"))}, java("other", "25")).major == 17


def test_the_option_goes_before_the_variables(java):
    environ = {"JOTTER_JAVA_HOME": str(java("variable", "17.0.1")), "JAVA_HOME": str(java("java home", "17.0.2"))}
    assert choose(environ, java_home=str(java("option", "21.0.1"))).major == 21
    assert choose(environ).version == "17.0.1"


def test_a_java_home_that_is_too_old_is_passed_over(java):
    assert choose({"JAVA_HOME": str(java("old", "11.0.2"))}, java("good", "21.0.1")).major == 21


def test_a_java_home_that_leads_nowhere_is_passed_over(java, tmp_path):
    assert choose({"JAVA_HOME": str(tmp_path / "gone")}, java("good", "21.0.1")).major == 21


@pytest.mark.parametrize("name", ["JOTTER_JAVA_HOME", None])
def test_a_jdk_that_was_named_and_is_too_old_is_refused_in_words(java, name):
    old = str(java("old", "1.8.0_402"))
    with pytest.raises(Problem, match=r"Java 1\.8\.0_402 at .* is too old: the kernel needs 17 or newer.*Install a JDK 17"):
        choose({name: old} if name else {}, java("good", "21"), java_home=None if name else old)


def test_a_runtime_without_jshell_is_refused_in_words(java):
    with pytest.raises(Problem, match="a runtime without the compiler .it lacks the module jdk.jshell.: the kernel needs a whole JDK"):
        choose({}, java("jre", "21.0.1", modules="java.base java.desktop"))


def test_a_runtime_without_jshell_gives_way_to_an_older_jdk(java):
    assert choose({}, java("jre", "25", modules="java.base"), java("jdk", "17.0.9")).major == 17


def test_no_java_at_all_says_what_to_do():
    with pytest.raises(Problem, match=r"There is no Java on this machine.*Install a JDK 17 or newer"):
        choose({"PATH": ""})


def test_a_home_that_is_none_is_named(tmp_path):
    with pytest.raises(Problem, match=f"There is no {tmp_path}/nothing/bin/java"):
        choose({}, java_home=str(tmp_path / "nothing"))


def test_a_program_that_is_no_java_is_told_from_one(tmp_path):
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin" / "java"
    fake.write_text("#!/bin/sh\necho hello\n")
    fake.chmod(0o755)
    with pytest.raises(Problem, match="does not answer as a Java does"):
        choose({}, java_home=str(tmp_path))


def test_two_ways_to_one_jdk_count_once(java, tmp_path):
    home = java("real", "21.0.1")
    (tmp_path / "link").symlink_to(home)
    assert len(jdk.installed({"PATH": str(home / "bin")}, [str(tmp_path / "link"), str(home)])) == 1


@pytest.mark.parametrize(("version", "major"), [("1.8.0_402", 8), ("17.0.15", 17), ("25-ea", 25), ("25.0.3+9-LTS", 25)])
def test_version_numbers(tmp_path, version, major):
    assert jdk.Jdk(tmp_path, version, "", frozenset(), "").major == major
