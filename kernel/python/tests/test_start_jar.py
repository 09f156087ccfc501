"""The jar that the kernel is started by."""

import zipfile
from pathlib import Path

import pytest
from jotter_kernel import start_jar


@pytest.fixture
def jars(tmp_path: Path) -> list[Path]:
    return [tmp_path / "jotter server.jar", *[tmp_path / "lib" / f"a-library-with-a-long-name-{n}.jar" for n in range(20)]]


def test_it_names_the_other_jars_by_their_places_beside_it(tmp_path: Path, jars: list[Path]) -> None:
    place = tmp_path / "start.jar"
    start_jar.write(place, jars)
    assert start_jar.class_path(place) == jars
    with zipfile.ZipFile(place) as jar:
        lines = jar.read("META-INF/MANIFEST.MF").splitlines()
    assert max(map(len, lines)) <= start_jar.LONGEST_LINE
    assert b"Add-Opens: jdk.jshell/jdk.jshell" in lines


def test_it_is_left_alone_where_it_says_the_same_and_written_anew_where_not(tmp_path: Path, jars: list[Path]) -> None:
    place = tmp_path / "start.jar"
    start_jar.write(place, jars)
    before = place.stat().st_ino
    start_jar.write(place, jars)
    assert place.stat().st_ino == before
    start_jar.write(place, jars[:-1])
    assert start_jar.class_path(place) == jars[:-1]
