"""Libraries that are known to be hard for a notebook, each with the real artifact."""

import pytest

H2 = "com.h2database:h2:2.4.240"
DUCKDB = "org.duckdb:duckdb_jdbc:1.4.4.0"
KOTLIN = "org.jetbrains.kotlin:kotlin-stdlib:2.3.21"
SCALA = "org.scala-lang:scala-library:2.13.18"
LOG4J = "org.apache.logging.log4j:log4j-core:2.25.4"
CLASSGRAPH = "io.github.classgraph:classgraph:4.8.200"
LOMBOK = "org.projectlombok:lombok:1.18.44"
ARROW = "org.apache.arrow:arrow-vector:18.3.0", "org.apache.arrow:arrow-memory-netty:18.3.0"


@pytest.fixture
def has(notebook):
    """Asks for libraries in a notebook that the tests share, which none of them may spoil for the next."""

    def ask(*coordinates):
        told = notebook.run("%maven " + " ".join(coordinates))
        assert told.status == "ok", told.error
        return notebook

    return ask


def test_a_jdbc_driver_is_found_by_its_url_though_it_came_later_than_the_driver_manager(has):
    notebook = has(H2)
    notebook.run("import java.sql.*;")
    result = notebook.run("""
try (Connection db = DriverManager.getConnection("jdbc:h2:mem:one"); Statement statement = db.createStatement()) {
    statement.execute("create table t(a int, b varchar)");
    statement.execute("insert into t values (1, 'x'), (2, 'y')");
    ResultSet rows = statement.executeQuery("select sum(a), max(b) from t");
    rows.next();
    System.out.println(rows.getInt(1) + rows.getString(2));
}""")
    assert result.status == "ok", result.error
    assert result.printed() == "3y\n"


def test_a_database_with_a_native_library_of_its_own_works_in_two_kernels_and_in_the_next_worker(has, fresh):
    query = """
try (var db = java.sql.DriverManager.getConnection("jdbc:duckdb:"); var statement = db.createStatement()) {
    var rows = statement.executeQuery("select sum(i)::bigint from range(1000) t(i)");
    rows.next();
    System.out.println(rows.getLong(1));
}"""
    for notebook in (has(DUCKDB), fresh):
        assert notebook.run(f"%maven {DUCKDB}").status == "ok"
        result = notebook.run(query)
        assert result.status == "ok", result.error
        assert result.printed() == "499500\n"
    # loaded a second time in the worker that takes the place of the first
    assert fresh.run("System.exit(1);").content["ename"] == "WorkerDied"
    assert fresh.run(query).printed() == "499500\n"


def test_a_driver_that_comes_after_the_manager_has_looked_is_found(fresh):
    looked = fresh.run("java.sql.DriverManager.drivers().count()")
    assert looked.text == "0", looked.error
    assert fresh.run(f"%maven {H2}").status == "ok"
    assert fresh.run('java.sql.DriverManager.getDriver("jdbc:h2:mem:late").getClass().getName()').text == "org.h2.Driver"


def test_kotlin_s_library_is_used_from_java(has):
    notebook = has(KOTLIN)
    assert notebook.run('kotlin.text.StringsKt.capitalize("jotter")').text == "Jotter"
    assert notebook.run("kotlin.collections.CollectionsKt.sumOfInt(List.of(1, 2, 3))").text == "6"


def test_scala_s_library_is_used_from_java(has):
    notebook = has(SCALA)
    result = notebook.run("""
scala.collection.immutable.List<Integer> numbers = scala.jdk.javaapi.CollectionConverters.asScala(List.of(3, 1, 2)).toList();
numbers""")
    assert result.text == "List(3, 1, 2)", result.error
    assert notebook.run("(Integer) numbers.sum(scala.math.Numeric.IntIsIntegral$.MODULE$)").text == "6"


def test_log4j_finds_its_core_and_writes_under_the_cell_that_logs(has):
    notebook = has(LOG4J)
    notebook.run("""
import org.apache.logging.log4j.*;
Logger log = LogManager.getLogger("lesson");""")
    result = notebook.run('log.error("broken {}", 42);')
    assert result.status == "ok", result.error
    assert "broken 42" in result.printed() + result.printed("stderr")
    assert notebook.run("log.getClass().getName()").text == "org.apache.logging.log4j.core.Logger"


def test_a_library_that_scans_its_class_path_finds_jars_and_what_cells_declare_can_be_asked(has):
    notebook = has(CLASSGRAPH, H2)
    result = notebook.run("""
try (var found = new io.github.classgraph.ClassGraph().enableClassInfo().acceptPackages("org.h2").scan()) {
    System.out.println(found.getClassInfo("org.h2.Driver").getName() + " " + found.getClassesImplementing("java.sql.Driver").getNames());
}""")
    assert result.status == "ok", result.error
    assert result.printed() == "org.h2.Driver [org.h2.Driver]\n"


def test_services_are_found_by_the_context_loader_in_threads_and_pools_too(has):
    notebook = has(H2)
    find = "ServiceLoader.load(java.sql.Driver.class).stream().anyMatch(driver -> driver.type().getName().equals(\"org.h2.Driver\"))"
    assert notebook.run(find).text == "true"
    assert notebook.run(f"CompletableFuture.supplyAsync(() -> {find}).get()").text == "true"
    assert notebook.run(f"var pool = Executors.newSingleThreadExecutor();\nvar there = pool.submit(() -> {find}).get();\npool.shutdown();\nthere").text == "true"
    assert notebook.run("Thread.currentThread().getContextClassLoader().loadClass(\"org.h2.Driver\").getName()").text == "org.h2.Driver"


def test_pictures_are_drawn_without_a_screen(notebook):
    result = notebook.run("""
var image = new java.awt.image.BufferedImage(40, 20, java.awt.image.BufferedImage.TYPE_INT_RGB);
var pen = image.createGraphics();
pen.drawString("x", 5, 15);
pen.dispose();
java.awt.GraphicsEnvironment.isHeadless()""")
    assert result.text == "true", result.error
    assert "headless" in notebook.run("new javax.swing.JFrame();").error.lower()


def test_virtual_threads_run_and_print_under_their_cell(notebook):
    if notebook.run("Runtime.version().feature() >= 21").text != "true":
        pytest.skip("virtual threads begin with 21")
    result = notebook.run("""
try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
    for (int i = 0; i < 1000; i++) {
        each.submit(() -> { Thread.sleep(10); return 1; });
    }
    each.submit(() -> System.out.println("from a virtual thread"));
}""")
    assert result.status == "ok" and result.printed() == "from a virtual thread\n"


def test_structured_concurrency_is_there_with_the_preview(fresh):
    if fresh.run("Runtime.version().feature() == 25").text != "true":
        pytest.skip("its form changes from release to release; this is that of 25")
    assert fresh.run("%jvm --enable-preview").status == "ok"
    result = fresh.run("""
try (var scope = StructuredTaskScope.open()) {
    var one = scope.fork(() -> 20);
    var two = scope.fork(() -> 22);
    scope.join();
    System.out.println(one.get() + two.get());
}""")
    assert result.status == "ok", result.error
    assert result.printed() == "42\n"


def test_arrow_works_once_its_module_is_opened(fresh):
    assert fresh.run("%maven " + " ".join(ARROW)).status == "ok"
    assert fresh.run("%jvm --add-opens=java.base/java.nio=ALL-UNNAMED").status == "ok"
    result = fresh.run("""
import org.apache.arrow.memory.*;
import org.apache.arrow.vector.*;
try (var allocator = new RootAllocator(); var numbers = new IntVector("n", allocator)) {
    numbers.allocateNew(3);
    for (int i = 0; i < 3; i++) numbers.set(i, i * i);
    numbers.setValueCount(3);
    System.out.println(numbers);
}""")
    assert result.status == "ok", result.error
    assert "[0, 1, 4]" in result.printed()


def test_an_annotation_processor_that_reaches_into_the_compiler_does_its_work_in_a_compiled_file(fresh):
    assert fresh.run(f"%maven {LOMBOK}").status == "ok"
    told = fresh.run("%%compile\npackage lesson;\n\n@lombok.Value\npublic class Point {\n    int x;\n    int y;\n}")
    assert told.status == "ok", told.error
    assert fresh.run("new lesson.Point(3, 4).getX()").text == "3"
    assert fresh.run("new lesson.Point(3, 4)").text == "Point(x=3, y=4)"
    # what is wrong is told where it stands
    wrong = fresh.run("%%compile\npackage lesson;\n\n@lombok.Value\npublic class Line {\n    Pint from;\n}")
    assert "cannot find symbol" in wrong.error and "Pint from;" in wrong.error
    assert fresh.run("new lesson.Point(1, 2).getY()").text == "2"
