"""The language itself, in cells: what a Java book has in a file works here line by line."""

import pytest


def value(notebook, code):
    result = notebook.run(code)
    assert result.status == "ok", result.error
    return result.text


@pytest.fixture(scope="module")
def java(notebook):
    """The Java that the kernel runs on."""
    return int(notebook.run("Runtime.version().feature()").text)


def test_generic_classes_and_methods_bounded_and_nested(notebook):
    code = """class Node<T extends Comparable<T>> { final T value; Node(T value) { this.value = value; }
                 static <U extends Comparable<U>> Node<U> of(U u) { return new Node<>(u); } }
              <T extends Comparable<? super T>> T largest(Collection<? extends T> all) { return Collections.max(all); }
              Map<String, List<Map<Integer, Set<String>>>> nested = new TreeMap<>();
              nested.computeIfAbsent("a", k -> new ArrayList<>()).add(Map.of(1, Set.of("x")));
              Node.of("s").value + largest(List.of(3, 9)) + nested"""
    assert value(notebook, code) == "s9{a=[{1=[x]}]}"


def test_var_text_blocks_ternaries_and_string_switches(notebook):
    code = '''var words = List.of("one", "two");
              String block = """
                  a "quoted" \\
                  line
                    b
                  """;
              int length = switch (words.get(1)) { case "one" -> 1; case "two", "three" -> { int n = block.length(); yield n; } default -> 0; };
              length > 10 ? block + length : "short"'''
    assert value(notebook, code) == 'a "quoted" line\n  b\n20'


def test_records_with_compact_constructors_statics_and_nested_types(notebook):
    code = """record Span(int from, int to) { Span { if (from > to) throw new IllegalArgumentException("over"); }
                 static Span of(int n) { return new Span(0, n); } int size() { return to - from; } record Named(String name) {} }
              Span.of(4).size() + new Span.Named("n").name() + Span.of(1).equals(new Span(0, 1))"""
    assert value(notebook, code) == "4ntrue"
    assert "IllegalArgumentException: over" in notebook.run("new Span(2, 1)").error


def test_sealed_types_in_one_cell_and_instanceof_patterns(notebook):
    code = """sealed interface Expr permits Num, Sum {}
              record Num(int n) implements Expr {}
              record Sum(Expr l, Expr r) implements Expr {}
              int eval(Expr e) { if (e instanceof Num n) return n.n(); return e instanceof Sum s && s.l() != null ? eval(s.l()) + eval(s.r()) : 0; }
              eval(new Sum(new Num(40), new Num(2)))"""
    assert value(notebook, code) == "42"


def test_inner_static_nested_anonymous_and_local_classes(notebook):
    code = """class Outer { int n = 1; class Inner { int get() { return n + 1; } } static class Nested { int n = 5; } }
              int local() { record Two(int a, int b) {} enum Side { LEFT, RIGHT } interface Shown { String show(); }
                 class Impl implements Shown { public String show() { return "" + Side.RIGHT; } }
                 return new Two(3, 4).b() + new Impl().show().length(); }
              Object anonymous = new Object() { int hidden = 6; @Override public String toString() { return "hidden " + hidden; } };
              new Outer().new Inner().get() + new Outer.Nested().n + local() + anonymous.toString()"""
    assert value(notebook, code) == "16hidden 6"


def test_interfaces_with_default_private_and_static_methods(notebook):
    code = """interface Named { String name(); default String hello() { return greet() + name(); } private String greet() { return "hi "; }
                 static Named of(String name) { return () -> name; } int LIMIT = 3; }
              Named.of("bob").hello() + Named.LIMIT"""
    assert value(notebook, code) == "hi bob3"


def test_enums_with_fields_and_bodies(notebook):
    code = """enum Op implements IntBinaryOperator { ADD("+") { public int applyAsInt(int a, int b) { return a + b; } },
                 TIMES("*") { public int applyAsInt(int a, int b) { return a * b; } }; final String sign; Op(String s) { sign = s; } }
              Op.TIMES.applyAsInt(3, 4) + Op.valueOf("ADD").sign + new EnumMap<Op, Integer>(Map.of(Op.ADD, 1))"""
    assert value(notebook, code) == "12+{ADD=1}"


def test_lambdas_and_method_references_that_capture(notebook):
    code = """int base = 10;
              Function<Integer, Supplier<Integer>> adder = n -> () -> n + base;
              base = 20;
              Stream.of(3, 1, 2).sorted(Comparator.comparing(Integer::intValue).reversed()).map(n -> adder.apply(n).get()).map(String::valueOf)
                  .collect(Collectors.joining(","))"""
    assert value(notebook, code) == "23,22,21"


def test_varargs_arrays_and_labelled_jumps(notebook):
    code = """int count(int... all) { return all.length; }
              int[][] table = {{1, 2}, {3, 4, 5}};
              int seen = 0;
              rows: for (int[] row : table) for (int n : row) { if (n == 2) continue rows; if (n == 4) break rows; seen += n; }
              count() + count(1, 2) + seen + table[1].length"""
    assert value(notebook, code) == "9"
    assert value(notebook, "table") == "[[1, 2], [3, 4, 5]]"


def test_statics_their_initialisers_and_one_that_fails(notebook):
    notebook.run("class Loaded { static final List<String> LOG = new ArrayList<>(); static { LOG.add(\"once\"); } }")
    assert value(notebook, "Loaded.LOG") == value(notebook, "Loaded.LOG") == "[once]"
    failing = notebook.run('class Fails { static int n = compute();\n    static int compute() { throw new IllegalStateException("boom"); } }\nFails.n')
    assert "java.lang.ExceptionInInitializerError" in failing.error and "Caused by: java.lang.IllegalStateException: boom" in failing.error
    assert "Could not initialize class Fails" in notebook.run("Fails.n").error
    assert value(notebook, "class Fails { static int n = 4; }\nFails.n") == "4"


def test_inheritance_access_and_abstract_classes_over_cells(notebook):
    notebook.run("abstract class Animal { protected String name = \"a\"; int legs = 4; protected abstract String sound(); }")
    notebook.run('class Dog extends Animal { protected String sound() { return super.name + "wuff" + legs; } }')
    assert value(notebook, "new Dog().sound() + new Dog().legs") == "awuff44"
    assert "Animal is abstract; cannot be instantiated" in notebook.run("new Animal()").error
    assert "has private access" in notebook.run("class Shut { private int n; }\nnew Shut().n").error


def test_synchronized_blocks_and_checked_exceptions(notebook):
    code = """class Account { private int sum; synchronized void add(int n) { sum += n; } int sum() { synchronized (this) { return sum; } } }
              var account = new Account();
              var adders = IntStream.range(0, 4).mapToObj(i -> new Thread(() -> { for (int k = 0; k < 1000; k++) account.add(1); })).toList();
              for (Thread adder : adders) adder.start();
              for (Thread adder : adders) adder.join();
              account.sum()"""
    assert value(notebook, code) == "4000"
    thrown = notebook.run('void risky() throws IOException { throw new IOException("checked"); }\nrisky()')
    assert "java.io.IOException: checked" in thrown.error
    in_lambda = notebook.run("Runnable r = () -> {\n    risky();\n};")
    assert ":2: error: unreported exception java.io.IOException; must be caught or declared to be thrown\n        risky();\n        ^^^^^^^" in in_lambda.error


def test_annotations_are_seen_by_reflection(notebook):
    notebook.run("import java.lang.annotation.*;\n@Retention(RetentionPolicy.RUNTIME) @interface Tag { String value() default \"none\"; int[] sizes() default {}; }")
    notebook.run('@Tag("type") class Tagged { @Tag(sizes = {1, 2}) int field; @Tag void method() {} }')
    code = """Tagged.class.getAnnotation(Tag.class).value() + Tagged.class.getDeclaredField("field").getAnnotation(Tag.class).sizes().length
              + Tagged.class.getDeclaredMethod("method").getAnnotation(Tag.class).value()"""
    assert value(notebook, code) == "type2none"


def test_annotation_processors_on_the_class_path_do_not_run_and_do_no_harm(notebook):
    (notebook.folder / "META-INF/services").mkdir(parents=True)
    (notebook.folder / "META-INF/services/javax.annotation.processing.Processor").write_text("no.such.Processor\n")
    notebook.run("%classpath .")
    assert value(notebook, "@Deprecated class Marked { int n = 3; }\nnew Marked().n") == "3"


def test_switches_over_patterns_or_the_java_that_has_them(notebook, java):
    notebook.run("record Pt(int x, int y) {}\nObject any = new Pt(1, 2);")
    result = notebook.run('switch (any) { case Pt p -> "point " + p.x(); default -> "other"; }')
    records = notebook.run("int across(Object o) { return o instanceof Pt(int x, int y) ? x + y : 0; }\nacross(any)")
    if java >= 21:
        assert result.status == "ok" and records.text == "3"
        assert value(notebook, 'String of = switch (any) { case Pt(var x, var y) when x > y -> "down"; case null -> "null"; default -> "up"; };\nof') == "up"
    else:
        assert f"Java 21 and newer have this (patterns in switch); this kernel runs on Java {java}." in result.error
        assert "%jvm --enable-preview" in result.error
        assert f"Java 21 and newer have this (record patterns); this kernel runs on Java {java}." in records.error


def test_newer_java_works_or_the_java_that_has_it_is_named(notebook, java):
    unnamed = notebook.run('int rounds = 0;\nfor (var _ : List.of(1, 2)) rounds++;\nrounds')
    module = notebook.run("import module java.sql;\nConnection.class.getSimpleName()")
    early = notebook.run("class Early { int n; Early(int n) { int twice = 2 * n; super(); this.n = twice; } }\nnew Early(4).n")
    if java >= 25:
        assert (unnamed.text, module.text, early.text) == ("2", "Connection", "8")
        assert notebook.run('void main() { IO.println("instance main"); }\nmain()').printed() == "instance main\n"
    else:
        for result, since in [(unnamed, 22), (module, 25), (early, 25)]:
            assert f"Java {since} and newer have this" in result.error and f"runs on Java {java}" in result.error
