package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The worker may end; the notebook does not. */
class WorkerDeathTests {
    private TestNotebook notebook;

    @BeforeEach
    void open() throws IOException {
        notebook = TestNotebook.open();
        notebook.run("import java.text.NumberFormat;");
        notebook.run("record Pair(int a, int b) {}\nint sum(Pair p) { return p.a() + p.b(); }");
        notebook.run("int answer = 42;\nString name = \"x\";");
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @Test
    void systemExitIsAnErrorThatSaysSoAndWhatIsLost() {
        TestNotebook.Result result = notebook.run("System.out.print(\"last words\");\nSystem.exit(3);");
        assertThat(result.outcome()).isInstanceOf(EvalOutcome.WorkerDied.class);
        assertThat(result.error())
                .contains("exit code 3")
                .contains("System.exit")
                .contains("Restored: 1 import, 1 type, 1 method")
                .contains("Lost variables: answer, name");
        assertThat(notebook.textOf(result.cell())).isEqualTo("last words");
    }

    @Test
    void whatCanBeRestoredIs() {
        notebook.run("Runtime.getRuntime().halt(1);").failedAs(EvalOutcome.WorkerDied.class);
        notebook.run("NumberFormat.class.getSimpleName() + sum(new Pair(1, 2))").hasText("NumberFormat3");
        notebook.run("answer").failedAs(EvalOutcome.Rejected.class);
        notebook.run("int answer = 1;\nanswer").hasText("1");
    }

    @Test
    void aMethodThatUsesALostVariableWaitsForIt() {
        notebook.run("int next() { return answer + 1; }");
        notebook.run("System.exit(0);").failedAs(EvalOutcome.WorkerDied.class);
        assertThat(notebook.run("next()").error()).contains("answer");
        notebook.run("int answer = 9;\nnext()").hasText("10");
    }

    @Test
    void aKilledWorkerIsNamedWithItsSignal() {
        TestNotebook.Result result = notebook.run("ProcessHandle.current().pid()");
        long pid = Long.parseLong(
                (String) ((EvalOutcome.Value) result.outcome()).bundle().data().get("text/plain"));
        ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();
        worker.destroyForcibly();
        worker.onExit().join();
        TestNotebook.Result next = notebook.run("sum(new Pair(3, 4))").hasText("7");
        assertThat(notebook.textOf(next.cell()))
                .contains("Since the last cell")
                .contains("signal 9")
                .contains("answer, name");
    }

    @Test
    void aCrashInNativeCodeIsNamed() throws IOException {
        TestNotebook.Result result = notebook.run("var field = sun.misc.Unsafe.class.getDeclaredField(\"theUnsafe\");\n"
                + "field.setAccessible(true);\n((sun.misc.Unsafe) field.get(null)).putAddress(0, 0);");
        assertThat(result.outcome()).isInstanceOf(EvalOutcome.WorkerDied.class);
        assertThat(result.error()).contains("crashed in native code (SIGSEGV in ");
        // the JVM's report is private: it lists the environment, and has no place beside the notebook
        Path report = Path.of(result.error().replaceAll("(?s).*The JVM's report: (\\S+).*", "$1"));
        assertThat(report).isNotEmptyFile();
        Path directory = Objects.requireNonNull(report.getParent());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        Files.delete(report);
        Files.delete(directory);
        assertThat(Path.of("").toAbsolutePath()).isDirectoryNotContaining("glob:**{hs_err,core,replay}*");
        notebook.run("sum(new Pair(1, 1))").hasText("2");
    }

    @Test
    @Timeout(30)
    void aChildThatHoldsTheWorkersPipesHoldsNothingUp() {
        TestNotebook.Result result =
                notebook.run("var child = new ProcessBuilder(\"sleep\", \"600\").inheritIO().start();\n"
                        + "System.out.print(child.pid());\nSystem.exit(3);");
        assertThat(result.error()).contains("exit code 3");
        notebook.run("sum(new Pair(1, 1))").hasText("2");
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(notebook.textOf(result.cell()))).orElseThrow();
        assertThat(child.isAlive()).as("the child outlived the worker").isTrue();
        child.destroyForcibly();
    }

    @Test
    void aFullHeapIsAnOrdinaryErrorWithTheVariablesKept() {
        notebook.run("%jvm -Xmx64m");
        notebook.run("int kept = 5;");
        assertThat(notebook.run(
                                "var hog = new java.util.ArrayList<byte[]>();\nwhile (true) hog.add(new byte[1 << 20]);")
                        .error())
                .contains("OutOfMemoryError");
        notebook.run("hog = null;\nkept").hasText("5");
    }

    @Test
    void anOptionThatTheJvmRefusesCostsNothing() {
        assertThat(notebook.run("%jvm -XX:NoSuchOption").error())
                .contains("NoSuchOption")
                .contains("Nothing was restarted");
        notebook.run("answer").hasText("42");
    }

    @Test
    void jvmOptionsAreTheWorkersAndStayWithItsSuccessors() {
        notebook.run("%jvm -Djotter.test=set");
        notebook.run("System.getProperty(\"jotter.test\")").hasText("set");
        notebook.run("System.exit(0);");
        notebook.run("System.getProperty(\"jotter.test\") + sum(new Pair(1, 0))")
                .hasText("set1");
    }
}
