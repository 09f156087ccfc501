"""Declaring something anew: who uses it uses the new one, and what is lost by it is told by name."""


def cell(result):
    return f"In [{result.content['execution_count']}]"


def test_a_later_import_keeps_earlier_variables(notebook):
    notebook.run("var kept = new ArrayList<>(List.of(1, 2));\nint number = 3;")
    assert notebook.run("import java.text.*;\nimport static java.lang.Math.*;").status == "ok"
    assert notebook.run('kept + " " + number + " " + max(1, 2)').text == "[1, 2] 3 2"


def test_who_uses_a_method_uses_the_redefined_one(notebook):
    notebook.run("int rate(int n) { return n; }\nint twiceRate(int n) { return 2 * rate(n); }")
    notebook.run("int rate(int n) { return 10 * n; }")
    assert notebook.run("twiceRate(2)").text == "40"


def test_a_redefined_overload_leaves_the_others(notebook):
    notebook.run('int kind(int n) { return 1; }\nint kind(String s) { return 2; }')
    notebook.run("int kind(int n) { return 10; }")
    assert notebook.run('kind(0) + kind("")').text == "12"


def test_a_traceback_names_the_cell_in_which_a_method_was_redefined(notebook):
    notebook.run("int fails() { return 1 / 0; }")
    notebook.run("fails()")
    second = notebook.run("\nint fails() {\n    return 2 / 0;\n}")
    assert f"at fails({cell(second)}:3)        return 2 / 0;" in notebook.run("fails()").error


def test_a_method_that_does_not_fit_a_redefinition_is_told_and_works_again_when_it_does(notebook):
    first = notebook.run("int length() { return 4; }\nint area() { return length() * length(); }")
    changed = notebook.run('String length() { return "four"; }')
    assert changed.status == "ok" and f"area ({cell(first)}) does not compile any more: " in changed.printed()
    called = notebook.run("area()")
    assert called.content["ename"] == "UnresolvedReference" and "area does not compile any more: bad operand types" in called.error
    assert notebook.run("int length() { return 5; }\narea()").text == "25"


def test_a_variable_of_a_redefined_type_is_told_by_name(notebook):
    notebook.run("record Point(int x) {}\nvar point = new Point(1);\nList<Point> points = new ArrayList<>(List.of(point));\nint other = 7;")
    result = notebook.run("record Point(int x, int y) {}")
    assert result.printed() == (
        "Point has been declared anew: point, points belonged to the former one and have no value now. Run the cells that make them again.\n"
    )
    assert notebook.run("point").data == {} and notebook.run("other").text == "7"
    again = notebook.run("point = new Point(1, 2);\npoint")
    assert again.text == "Point[x=1, y=2]" and again.printed() == ""


def test_what_a_cell_makes_again_behind_a_redefinition_is_not_told(notebook):
    notebook.run("record Pair(int a) {}\nvar pair = new Pair(1);")
    result = notebook.run("record Pair(int a, int b) {}\nvar pair = new Pair(1, 2);\npair")
    assert result.text == "Pair[a=1, b=2]" and result.printed() == ""


def test_a_value_of_another_type_outlives_the_type_that_it_was_made_with(notebook):
    notebook.run("class Source { int give() { return 5; } }\nvar given = new Source().give();\nint start = 2;\nvar next = start + 1;")
    assert notebook.run("class Source { String take; }").printed() == ""
    assert notebook.run('String start = "two";').printed() == ""
    assert notebook.run("given + next").text == "8"


def test_variables_of_every_kind_of_redefined_type_are_told(notebook):
    notebook.run(
        "enum Colour { RED }\nColour colour = Colour.RED;\ninterface Greeter { String greet(); }\nGreeter greeter = () -> \"hi\";\n"
        "class Base { int a; }\nclass Derived extends Base {}\nDerived derived = new Derived();"
    )
    assert "Colour has been declared anew: colour belonged" in notebook.run("enum Colour { RED, GREEN }").printed()
    assert "Greeter has been declared anew: greeter belonged" in notebook.run("interface Greeter { String greet(String name); }").printed()
    assert "Base has been declared anew: derived belonged" in notebook.run("class Base { int a, b; }").printed()


def test_a_class_of_the_same_form_takes_a_new_body_and_keeps_its_objects(notebook):
    notebook.run("class Counter { int n = 1; int next() { return n++; } }\nvar counter = new Counter();\ncounter.next();")
    assert notebook.run("class Counter { int n = 1; int next() { return n += 10; } }").printed() == ""
    assert notebook.run("counter.next()").text == "12"


def test_a_static_with_another_initial_value_has_it(notebook):
    notebook.run("class Config { static int size = 5; static final int LIMIT = 6; }\nint limit() { return Config.LIMIT; }\nConfig.size = 9;")
    notebook.run("class Config { static int size = 7; static final int LIMIT = 8; }")
    assert notebook.run('Config.size + " " + limit()').text == "7 8"
    # one that branches
    notebook.run('class Mode { static String name; static { if (limit() > 9) name = "large"; else name = "small"; } }\nMode.name')
    assert notebook.run('class Mode { static String name; static { if (limit() > 7) name = "large"; else name = "small"; } }\nMode.name').text == "large"


def test_a_static_with_another_signature_is_used_as_it_is_now(notebook):
    notebook.run("class Unit { static int of() { return 1; } }\nString unit() { return \"\" + Unit.of(); }")
    assert notebook.run('class Unit { static String of() { return "one"; } }').printed() == ""
    assert notebook.run("unit()").text == "one"


def test_a_refused_redefinition_leaves_a_method_as_it_was(notebook):
    notebook.run("int stays(int n) { return n; }\nint usesStays() { return stays(3); }")
    assert notebook.run('int stays(int n) { return "wrong"; }').status == "error"
    assert notebook.run("stays(1) + usesStays()").text == "4"


def test_a_refused_redefinition_leaves_a_class_and_its_objects_as_they_were(notebook):
    notebook.run("class Box { int content; static int boxes = 0; Box(int n) { content = n; boxes++; } }\nBox box = new Box(4);")
    refused = notebook.run('class Box { int content = "wrong"; }')
    assert refused.status == "error" and refused.printed() == ""
    assert notebook.run("box.content + Box.boxes + new Box(2).content").text == "7"


def test_a_refused_redefinition_leaves_a_variable_its_value_and_runs_nothing(notebook):
    notebook.run('int runs = 0;\nint run() { return ++runs; }\nint value = run();\nvalue = 40;')
    assert notebook.run('int value = "wrong";').status == "error"
    assert notebook.run("value + runs").text == "41"


def test_a_variable_may_be_declared_anew_with_another_type(notebook):
    notebook.run("int shape = 1;")
    assert notebook.run('String shape = "round";\nshape').text == "round"


def test_a_forward_reference_is_told_fails_in_words_and_works_once_it_is_there(notebook):
    told = notebook.run("int early() { return late(2) + lateVariable; }")
    assert told.printed() == "early is defined, but can be used only after method late(int), variable lateVariable is declared.\n"
    assert "early cannot be used yet: declare method late(int), variable lateVariable first." in notebook.run("early()").error
    notebook.run("int late(int n) { return n; }")
    assert "declare variable lateVariable first." in notebook.run("early()").error
    assert notebook.run("int lateVariable = 40;\nearly()").text == "42"


def test_a_redefinition_that_waits_for_something_is_told_too(notebook):
    notebook.run("int ready() { return 1; }")
    assert "ready is defined, but can be used only after method missing()" in notebook.run("int ready() { return missing(); }").printed()
    assert "declare method missing() first" in notebook.run("ready()").error


def test_classes_that_need_each_other_come_together_over_cells(notebook):
    assert notebook.run("class Author { Book book; int pages() { return book.pages; } }").printed() == "Author waits for class Book to be declared.\n"
    assert notebook.run("class Book { Author author; int pages = 300; Book(Author a) { author = a; a.book = this; } }").printed() == ""
    assert notebook.run("var author = new Author();\nnew Book(author);\nauthor.pages()").text == "300"


def test_a_sealed_type_over_several_cells_waits_for_all_that_it_permits(notebook):
    assert notebook.run("sealed interface Fig permits Disc, Box2 {}").printed() == "Fig waits for class Disc, class Box2 to be declared.\n"
    assert notebook.run("record Disc(int r) implements Fig {}").printed() == "Disc waits for class Fig to be declared.\n"
    assert notebook.run("record Box2(int a) implements Fig {}").printed() == ""
    assert notebook.run("Fig fig = new Disc(2);\nfig").text == "Disc[r=2]"
