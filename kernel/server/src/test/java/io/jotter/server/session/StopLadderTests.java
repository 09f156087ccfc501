package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a cell does, it can be stopped, and the variables stay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopLadderTests {
    private TestNotebook notebook;

    @BeforeAll
    void open() throws IOException {
        notebook = TestNotebook.open();
        notebook.run("int kept = 42;\nlong n = 0;\nObject lock = new Object();");
    }

    @AfterAll
    void close() {
        notebook.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) Thread.sleep(1_000);",
                "while (true) {}",
                "while (true) n++;",
                "while (true) { try { n++; } catch (Throwable t) {} }",
                "while (true) { try { Thread.sleep(1_000); } catch (Throwable t) {} }",
                "while (true) { try { synchronized (lock) { n++; } } catch (Throwable t) {} finally { n--; } }",
                "java.util.stream.IntStream.iterate(0, i -> i + 1).filter(i -> i < 0).findAny();",
                "java.util.stream.IntStream.iterate(0, i -> i + 1).parallel().filter(i -> i < 0).findAny();",
                "new java.util.ArrayList<>(java.util.List.of(2, 1)).sort((a, b) -> { while (true) n++; });",
                "while (true) System.out.println(\"spam\");",
                "synchronized (lock) { lock.wait(); }"
            })
    void aCellThatWouldNeverEndIsStopped(String endless) throws Exception {
        Future<TestNotebook.Result> running = notebook.start(endless);
        notebook.session().interrupt();
        running.get(30, TimeUnit.SECONDS).failedAs(EvalOutcome.Stopped.class);
        notebook.run("kept").hasText("42");
    }

    @Test
    void aCellThatWindsUpOnItsInterruptEndsByItself() throws Exception {
        notebook.run("String state = \"training\";");
        Future<TestNotebook.Result> running =
                notebook.start("try { Thread.sleep(60_000); } catch (InterruptedException e) { state = \"saved\"; }");
        notebook.session().interrupt();
        running.get(30, TimeUnit.SECONDS).hasNoValue();
        notebook.run("state").hasText("saved");
    }

    @Test
    void anInterruptedCellRunsNoFurtherSnippet() throws Exception {
        notebook.run("int reached = 0;");
        Future<TestNotebook.Result> running =
                notebook.start("try { Thread.sleep(60_000); } catch (InterruptedException e) {} }\nreached = 1; {");
        notebook.session().interrupt();
        running.get(30, TimeUnit.SECONDS).failedAs(EvalOutcome.Stopped.class);
        notebook.run("reached").hasText("0");
    }

    @Test
    void threadsOfTheCellAreStoppedAndThoseOfEarlierCellsAreNot() throws Exception {
        notebook.run("var earlier = new Thread(() -> { while (true) n++; });\nearlier.setDaemon(true);\n"
                + "earlier.start();");
        notebook.run("Thread own;");
        Future<TestNotebook.Result> running =
                notebook.start("own = new Thread(() -> { while (true) n++; }); own.start(); while (true) n++;");
        notebook.session().interrupt();
        running.get(30, TimeUnit.SECONDS).failedAs(EvalOutcome.Stopped.class);
        notebook.run("own.join(10_000);\nown.isAlive() + \" \" + earlier.isAlive()")
                .hasText("false true");
    }

    @Test
    void anInterruptWhenNothingRunsIsHarmless() {
        notebook.session().interrupt();
        notebook.run("kept").hasText("42");
    }

    @Test
    void whatNativeCodeHoldsUpEndsWithTheWorkerOnAFurtherInterrupt() throws Exception {
        try (TestNotebook own = TestNotebook.open()) {
            own.run("int lost = 1;\nint helper() { return 7; }");
            own.run("var silent = new ProcessBuilder(\"sleep\", \"300\").start();");
            Future<TestNotebook.Result> running = own.start("silent.getInputStream().read();");
            own.session().interrupt();
            own.afterText("Interrupt again to end the worker", () -> {});
            own.session().interrupt();
            TestNotebook.Result result = running.get(30, TimeUnit.SECONDS);
            assertThat(result.error())
                    .contains("could not be stopped otherwise")
                    .contains("lost, silent");
            own.run("helper()").hasText("7");
        }
    }

    @Test
    void aThousandInterruptsAndStopsWhilePrintingLoseNothingOfTheWire() throws Exception {
        try (TestNotebook own = TestNotebook.open()) {
            own.run("int kept = 7;");
            for (int i = 0; i < 1_000; i++) {
                boolean swallow = i % 50 == 0;
                Future<TestNotebook.Result> running = own.start(
                        swallow
                                ? "while (true) System.out.print(\"x\");"
                                : "while (!Thread.currentThread().isInterrupted()) System.out.print(\"x\");");
                own.session().interrupt();
                if (swallow) {
                    own.session().interrupt();
                }
                running.get(60, TimeUnit.SECONDS);
            }
            own.run("kept").hasText("7");
            own.run("System.out.print(\"whole\");").printed("whole");
        }
    }
}
