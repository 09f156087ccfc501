"""The index names what a jar has, and leaves out what it cannot answer for."""

import zipfile

import pytest
from jotter_kernel import package_index


@pytest.fixture
def jar(tmp_path):
    def make(name, **entries):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as content:
            for entry, text in entries.items():
                content.writestr(entry, text)
        return path

    return make


def test_packages_with_classes_are_named_those_of_other_releases_too(jar):
    made = jar("a.jar", **{"a/b/One.class": "", "a/readme.txt": "", "META-INF/versions/21/c/New.class": "", "Root.class": ""})
    assert package_index.packages(made) == {"a.b", "c"}


def test_a_jar_that_refers_to_others_is_left_out(jar):
    made = jar("a.jar", **{"META-INF/MANIFEST.MF": "Manifest-Version: 1.0\r\nClass-Path: other.jar\r\n", "a/One.class": ""})
    assert package_index.packages(made) == set()


def test_what_is_no_jar_is_left_out(tmp_path):
    (tmp_path / "broken.jar").write_text("not a jar")
    package_index.write([tmp_path / "broken.jar", tmp_path / "gone.jar"], tmp_path / "index")
    assert (tmp_path / "index").read_text("utf-8") == ""


def test_a_line_says_by_what_a_change_is_seen(jar, tmp_path):
    made = jar("a b.jar", **{"a/One.class": "x"})
    package_index.write([made], tmp_path / "index")
    path, size, millis, packages = (tmp_path / "index").read_text("utf-8").rstrip("\n").split("\t")
    assert (path, int(size), packages) == (str(made), made.stat().st_size, "a")
    assert int(millis) == made.stat().st_mtime_ns // 1_000_000


def test_a_jar_with_extensions_is_marked(jar):
    made = jar("a.jar", **{"a/One.class": "", package_index.EXTENSIONS: "a.One"})
    assert package_index.packages(made) == {"a", "META-INF.services.io.jotter.api.Extension"}
