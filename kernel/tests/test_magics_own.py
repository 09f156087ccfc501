"""Magics that a notebook or a library brings along."""

SHOUT = """
import io.jotter.api.Magic;
Notebook.registerMagic(Magic.of("shout", "%shout words...: the words, loud\\nExample: %shout hello",
        (arguments, body) -> String.join("-", arguments).toUpperCase() + (body == null ? "" : "|" + body)));
"""


def test_a_magic_of_the_notebooks_is_there_for_the_next_line(fresh):
    result = fresh.run(SHOUT + '%shout a "b c"')
    assert result.text == "A-B C", result.error
    assert fresh.run("%%shout x\nthe\nbody").text == "X|the\nbody"
    assert fresh.run("String s = %shout hello\ns.length()").text == "5"
    assert "%shout words...: the words, loud" in fresh.run("%lsmagic").text
    completed = fresh.reply(fresh.client.complete("%sho", 4))["content"]
    assert completed["matches"] == ["%shout"]
    assert "Did you mean %shout?" in fresh.run("%shoot").content["evalue"]


def test_what_a_magic_throws_is_the_cells_error(fresh):
    fresh.run('io.jotter.api.Notebook.registerMagic(io.jotter.api.Magic.of("fail", "", (a, b) -> { throw new java.io.IOException("no " + a); }));')
    result = fresh.run("%fail x")
    assert result.content["ename"] == "java.io.IOException"
    assert result.content["evalue"] == "no [x]"
    assert "java.io.IOException: no [x]" in fresh.run("String s = %fail x").content["evalue"]
    assert fresh.run("1 + 1").text == "2"


def test_a_magic_that_the_worker_took_along_is_named_as_such(fresh):
    fresh.run(SHOUT)
    fresh.run("System.exit(1);")
    result = fresh.run("%shout a")
    assert result.content["evalue"] == "%shout was registered in a worker that has ended. Run the cell again that registers it, or adds its library."
    assert "shout" not in fresh.run("%lsmagic").text


def test_what_is_no_name_is_refused(fresh):
    result = fresh.run('io.jotter.api.Notebook.registerMagic(io.jotter.api.Magic.of("%two words", "", (a, b) -> 1));')
    assert result.content["ename"] == "java.lang.IllegalArgumentException"
    assert '"%two words" is no name for a magic' in result.content["evalue"]


def test_a_renderer_of_the_notebooks_shows_from_then_on(fresh):
    fresh.run(
        """record Pair(int a, int b) {}
        class OfPair implements io.jotter.api.Renderer<Pair> {
            public Class<Pair> type() { return Pair.class; }
            public io.jotter.api.MimeBundle render(Pair pair) { return io.jotter.api.MimeBundle.text(pair.a() + "/" + pair.b()); }
        }
        io.jotter.api.Notebook.registerRenderer(new OfPair());"""
    )
    assert fresh.run("new Pair(1, 2)").text == "1/2"
