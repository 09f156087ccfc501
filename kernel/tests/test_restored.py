"""After a death: what stands again is what stood before, and what does not is named."""

import pytest

BEFORE = [
    "import java.text.NumberFormat;\nimport static java.lang.Math.hypot;\nimport java.util.concurrent.atomic.*;",
    "record Pair(int a, int b) {}\nenum Colour { RED, GREEN }\ninterface Shape { double area(); }\nclass Counter { static int counted = 0; int value = 3; }",
    # declared before what it uses, and made anew: the order of the text is not that of the declarations
    "int twice(Later later) { return 2 * later.n(); }\nrecord Later(int n) {}",
    'int size(int n) { return n; }\nint size(String s) { return s.length(); }\n<T extends Shape> double size(T shape) { return shape.area(); }',
    "record Pair(int a, int b, int c) { Pair { a = a + 1; } }",
    "int answer = 42;\nvar names = new java.util.ArrayList<String>();\nfinal double PI2 = 2 * Math.PI;",
    "int next() { return answer + 1; }",
    "%jars library.jar",
    "import inthejar.Hello;\nString hello() { return Hello.word(); }",
    "Counter.counted = 7;\nint answer = 42;",
]
STANDS = {
    "an import": ("NumberFormat.class.getName()", "java.text.NumberFormat"),
    "a static import": ("hypot(3, 4)", "5.0"),
    "an import on demand": ("new AtomicInteger(5).get()", "5"),
    "a record in its last form": ("new Pair(1, 2, 3)", "Pair[a=2, b=2, c=3]"),
    "an enum": ("Colour.valueOf(\"GREEN\").ordinal()", "1"),
    "a type declared after its use": ("twice(new Later(4))", "8"),
    "overloads": ('size(1) + "," + size("four") + "," + size(new Shape() { public double area() { return 2; } })', "1,4,2.0"),
    "an option of the JVM": ('System.getProperty("jotter.kept") + (Runtime.getRuntime().maxMemory() <= 300L << 20)', "yestrue"),
    "a jar": ("hello()", "hello from the jar"),
}


@pytest.fixture(scope="module")
def before(notebook):
    folder = notebook.folder
    (folder / "Hello.java").write_text('package inthejar; public class Hello { public static String word() { return "hello from the jar"; } }')
    notebook.run("%jvm -Xmx300m -Djotter.kept=yes")
    made = notebook.run(
        'var tools = javax.tools.ToolProvider.getSystemJavaCompiler();\nvar jar = java.util.spi.ToolProvider.findFirst("jar").get();\n'
        'tools.run(null, null, null, "-d", "classes", "Hello.java") + jar.run(System.out, System.err, "-c", "-f", "library.jar", "-C", "classes", ".")'
    )
    assert made.text == "0", made.error
    for cell in BEFORE:
        result = notebook.run(cell)
        assert result.status == "ok", result.error
    return {name: notebook.run(expression).text for name, (expression, _) in STANDS.items()}


@pytest.fixture(scope="module")
def death(notebook, before):
    return notebook.run("Runtime.getRuntime().halt(9);")


@pytest.mark.parametrize("name", STANDS)
def test_what_stood_before_a_death_stands_after_it(notebook, before, death, name):
    expression, value = STANDS[name]
    assert before[name] == value
    assert notebook.run(expression).text == value


def test_what_is_restored_and_what_is_lost_is_told_in_full(death):
    assert "Restored: 4 imports, 5 types, 6 methods, the class path." in death.error
    assert "Lost variables: tools, jar, names, PI2, answer." in death.error
    assert "Not restored" not in death.error


def test_statics_of_a_restored_type_begin_anew(notebook, death):
    assert notebook.run('Counter.counted + "," + new Counter().value').text == "0,3"


def test_a_method_that_uses_a_lost_variable_says_so_until_it_is_declared_again(notebook, death):
    waits = notebook.run("next()")
    assert waits.content["ename"] == "UnresolvedReference" and "answer" in waits.error
    assert notebook.run("int answer = 9;\nnext()").text == "10"


def test_the_next_death_restores_as_much(notebook, before, death):
    again = notebook.run("Runtime.getRuntime().halt(9);").error
    assert "Restored: 4 imports, 5 types, 6 methods, the class path." in again
    assert notebook.run("hello() + size(2)").text == "hello from the jar2"


def test_what_cannot_be_declared_again_is_named(fresh):
    (fresh.folder / "Gone.java").write_text("package gone; public class Gone {}")
    assert fresh.run('javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", "classes", "Gone.java")').text == "0"
    assert fresh.run("%classpath classes").status == "ok"
    fresh.run("import gone.Gone;\nclass Heir extends Gone {}\nint kept() { return 1; }")
    (fresh.folder / "classes" / "gone" / "Gone.class").unlink()
    told = fresh.run("System.exit(0);").error
    assert "Not restored: gone.Gone" in told and "Restored: " in told
    assert fresh.run("kept()").text == "1"

