"""Text and files in a bare surrounding: a C locale, where Java 17 would take text for ASCII."""

import pytest
from kernels import kernel

TEXT = "Ünï 😀"


@pytest.fixture(scope="module")
def bare(specs, tmp_path_factory):
    with kernel(specs, tmp_path_factory.mktemp("größe"), {"LC_ALL": "C", "LANG": "C", "LANGUAGE": ""}) as notebook:
        yield notebook


def test_text_of_the_cell_is_printed_and_shown_as_it_stands(bare):
    result = bare.run(f'System.out.print("{TEXT}"); System.err.print("{TEXT}");\n"{TEXT}"')
    assert (result.printed(), result.printed("stderr"), result.text) == (TEXT, TEXT, TEXT)
    assert bare.run(f'"{TEXT}".codePointCount(0, "{TEXT}".length())').text == str(len(TEXT))


def test_names_and_errors_may_have_any_letters(bare):
    assert bare.run(f'int größe = 4;\nthrow new Error("{TEXT} " + größe);').content["evalue"] == f"{TEXT} 4"


def test_files_are_written_in_utf_8_where_the_notebook_is(bare):
    result = bare.run(f'try (var out = new java.io.FileWriter("out.txt")) {{ out.write("{TEXT}"); }}\njava.nio.charset.Charset.defaultCharset()')
    assert result.status == "ok", result.error
    assert result.text == "UTF-8"
    assert (bare.folder / "out.txt").read_text("utf-8") == TEXT


def test_the_working_directory_is_the_notebooks(bare):
    (bare.folder / "beside.txt").write_text("found", "utf-8")
    assert bare.run('java.nio.file.Files.readString(java.nio.file.Path.of("beside.txt"))').text == "found"
    assert bare.run('new ProcessBuilder("cat", "beside.txt").inheritIO().start().waitFor();').printed() == "found"


def test_files_with_any_name_can_be_opened(bare):
    (bare.folder / "größe.txt").write_text("found", "utf-8")
    assert bare.run('java.nio.file.Files.readString(java.nio.file.Path.of("größe.txt").toAbsolutePath())').text == "found"
