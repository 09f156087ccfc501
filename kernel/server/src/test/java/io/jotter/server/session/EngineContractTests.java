package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What a cell can rely on, on a real worker that goes on from test to test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineContractTests {
    private TestNotebook notebook;

    @BeforeAll
    void open() throws IOException {
        notebook = TestNotebook.open();
    }

    @AfterAll
    void close() {
        notebook.close();
    }

    @Test
    void theLastExpressionIsTheResult() {
        notebook.run("int one = 1;\none + 1").hasText("2");
    }

    @Test
    void aStatementThatEndsInASemicolonAndYieldsAValueIsShown() {
        notebook.run("\"shown\".toUpperCase();").hasText("SHOWN");
    }

    @Test
    void declarationsAndAssignmentsAndNullShowNothing() {
        notebook.run("int quiet = 4;").hasNoValue();
        notebook.run("quiet = 5").hasNoValue();
        notebook.run("(String) null").hasNoValue();
    }

    @Test
    void aCommentBehindTheLastExpressionChangesNothing() {
        notebook.run("6 * 7 // the answer").hasText("42");
        notebook.run("6 * 7\n/* more */\n// and more").hasText("42");
    }

    @Test
    void noTextOfAnIntermediateValueIsAskedFor() {
        notebook.run("class Loud { public String toString() { System.out.print(\"asked \"); return \"loud\"; } }");
        notebook.run("new Loud();\nnew Loud();\nnew Loud()").hasText("loud").printed("asked ");
    }

    @Test
    void onlyTheNewestUnnamedResultStaysReachable() {
        String first = name("11 + 11");
        String second = name("22 + 22");
        notebook.run(second + " + 0").hasText("44");
        notebook.run(first).failedAs(EvalOutcome.Rejected.class);
    }

    private String name(String expression) {
        notebook.run(expression);
        return notebook.session().complete("$", 1).matches().get(0).text();
    }

    @Test
    void aLaterImportKeepsEarlierVariables() {
        notebook.run("var kept = new java.util.ArrayList<>(java.util.List.of(1, 2));");
        notebook.run("import java.text.NumberFormat;");
        notebook.run("kept").hasText("[1, 2]");
    }

    @Test
    void aReadersOwnImportReplacesNoneOfThePreloadedOnes() throws IOException {
        try (TestNotebook own = TestNotebook.open()) {
            own.run("import java.io.*;\nimport java.math.*;\nimport java.net.*;\nimport java.nio.file.*;\n"
                    + "import java.time.*;\nimport java.util.*;\nimport io.jotter.api.*;");
            own.run("Map.of(Year.of(1), Path.of(\"p\"))").hasText("{1=p}");
            own.run("printf(\"%s\", BigInteger.TWO);").printed("2");
        }
    }

    @Test
    void aDeclarationOfTheUsersWinsOverAPreloadedImport() {
        notebook.run("record List(int mine) {}\nnew List(3).mine()").hasText("3");
        notebook.run("record List(int mine, int more) {}");
    }

    @Test
    void anAmbiguousNameMeansWhatCompiles() throws IOException {
        try (TestNotebook own = TestNotebook.open()) {
            own.run("import java.awt.*;");
            own.run("List<String> words = new ArrayList<>(); words").hasText("[]");
            own.run("ArrayList<Integer> numbers = new ArrayList<>(); numbers.size()")
                    .hasText("0");
        }
    }

    @Test
    void typesOfEveryKindWorkTogether() {
        notebook.run("""
                sealed interface Figure permits Disc, Square {}
                record Disc(double r) implements Figure {}
                record Square(double a) implements Figure {}
                enum Colour { RED, GREEN }
                """);
        notebook.run("double area(Figure f) { if (f instanceof Disc d) return d.r(); return ((Square) f).a(); }\n"
                        + "area(new Square(9)) + Colour.values().length")
                .hasText("11.0");
    }

    @Test
    void aRecordsConstructorNeedsNoModifierThatAFileWouldNotNeed() {
        notebook.run(
                        "record Share(double part) { Share { if (part > 1) throw new IllegalArgumentException(\"over\"); } }\n"
                                + "new Share(0.5).part()")
                .hasText("0.5");
        notebook.run("record Outer(int n) { record Inner(int m) { Inner { m++; } } Outer(int n) { this.n = n; } }\n"
                        + "new Outer(1).n() + new Outer.Inner(2).m()")
                .hasText("4");
        assertThat(notebook.run("record Wrong(int n) { Wrong { n = \"one\"; } }")
                        .error())
                .contains("\n    record Wrong(int n) { Wrong { n = \"one\"; } }\n"
                        + "                                      ^^^^^");
        assertThat(notebook.run("record Hidden(int n) { private Hidden { } }").error())
                .contains("stronger access");
    }

    @Test
    void aMethodCanBeRedefined() {
        notebook.run("int twice(int n) { return n; }\nint useTwice(int n) { return twice(n); }");
        notebook.run("int twice(int n) { return 2 * n; }");
        notebook.run("useTwice(21)").hasText("42");
    }

    @Test
    void aForwardReferenceIsToldAndThenMended() {
        TestNotebook.Result early = notebook.run("int early() { return late(); }");
        assertThat(notebook.textOf(early.cell())).contains("early").contains("late()");
        assertThat(notebook.run("early()").error()).contains("declare method late() first");
        notebook.run("int late() { return 8; }\nearly()").hasText("8");
    }

    @Test
    void whatIsDeclaredFurtherDownInTheSameCellIsNotWaitedFor() {
        notebook.run("sealed interface Beast permits Cat {}\nrecord Cat() implements Beast {}\nnew Cat()")
                .hasText("Cat[]")
                .printed("");
    }

    @Test
    void aMessageNamesTypesAsTheReaderDoes() {
        notebook.run("enum Suit { HEARTS }");
        assertThat(notebook.run("Suit.valueOf(\"NONE\")").error()).contains("No enum constant Suit.NONE");
    }

    @Test
    void framesOfTheWorkersOwnStayOutOfATraceback() {
        assertThat(notebook.run("eval(\"1 +\")").error())
                .contains("Notebook.eval")
                .doesNotContain("io.jotter.worker");
    }

    @Test
    void aFailingSnippetLeavesWhatStandsAsItWas() {
        notebook.run("int before = 1;");
        notebook.run("before = 2;\nint broken = unknown;\nbefore = 3;").failedAs(EvalOutcome.Rejected.class);
        notebook.run("before").hasText("2");
    }

    @Test
    void aCompileErrorPointsAtTheUsersLineWithACaret() {
        assertThat(notebook.run("int fine = 1;\nint wrong = fine +\n    missing;")
                        .error())
                .contains(":3: error: cannot find symbol: variable missing\n        missing;\n        ^^^^^^^");
    }

    @Test
    void aTracebackShowsTheCellsOwnLinesAndTheWholeChainOfCauses() {
        notebook.run("int divide(int n) {\n    return 1 / n;\n}");
        String error = notebook.run("try {\n    divide(0);\n} catch (ArithmeticException e) {\n"
                        + "    throw new IllegalStateException(\"outer\", e);\n}")
                .error();
        assertThat(error)
                .contains("java.lang.IllegalStateException: outer")
                .containsPattern("at In \\[\\d+]:4 +throw new IllegalStateException")
                .contains("Caused by: java.lang.ArithmeticException: / by zero")
                .containsPattern("at divide\\(In \\[\\d+]:2\\) +return 1 / n;")
                .doesNotContain("REPL")
                .doesNotContain("io.jotter");
    }

    @Test
    void anExceptionWhoseMessageThrowsIsShownAllTheSame() {
        assertThat(notebook.run("throw new RuntimeException() { public String getMessage() { throw new Error(); } };")
                        .error())
                .contains("getMessage threw java.lang.Error");
    }

    @Test
    void printStackTraceSaysCellAndLine() {
        TestNotebook.Result result = notebook.run("\nnew Throwable(\"here\").printStackTrace();");
        assertThat(notebook.textOf(result.cell())).contains("here").containsPattern("In \\[\\d+]:2");
    }

    @Test
    void textInUtf8ArrivesWhole() {
        notebook.run("System.out.println(\"Ünï 😀\"); System.out.write(0xC3); System.out.write(0xA9);")
                .printed("Ünï 😀\né");
    }

    @Test
    void everyLineArrivesInOrder() {
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            expected.append("line ").append(i).append('\n');
        }
        notebook.run("for (int i = 0; i < 20_000; i++) System.out.println(\"line \" + i);")
                .printed(expected.toString());
    }

    @Test
    void aThreadsOutputBelongsToTheCellThatStartedItAlsoLater() {
        TestNotebook.Result starter = notebook.run("""
                var gate = new java.util.concurrent.CountDownLatch(1);
                var late = new Thread(() -> {
                    try { gate.await(); } catch (InterruptedException e) {}
                    System.out.print("from the thread");
                });
                late.start();
                """);
        TestNotebook.Result opener = notebook.run("gate.countDown();\nlate.join();");
        assertThat(notebook.textOf(starter.cell())).isEqualTo("from the thread");
        assertThat(notebook.textOf(opener.cell())).isEmpty();
    }

    @Test
    void outputOfTheCommonPoolBelongsToTheRunningCell() {
        String pool = "java.util.concurrent.ForkJoinPool.commonPool().submit(() -> System.out.print(\"pool\")).join();";
        notebook.run(pool).printed("pool");
        notebook.run("System.out.print(\"first \");\n" + pool).printed("first pool");
    }

    @Test
    void whatAChildPrintsIsThereWhenItsCellHasEnded() {
        notebook.run("new ProcessBuilder(\"echo\", \"native\").inheritIO().start().waitFor();")
                .printed("native\n");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void whatNativeCodeHasBufferedIsThereWhenItsCellHasEndedAlsoTheFirst() throws IOException {
        try (TestNotebook own = TestNotebook.open()) {
            assertThatNativeOutputIsThere(own);
            assertThatNativeOutputIsThere(own);
        }
    }

    private static void assertThatNativeOutputIsThere(TestNotebook notebook) {
        notebook.run("""
                var linker = java.lang.foreign.Linker.nativeLinker();
                var puts = linker.downcallHandle(linker.defaultLookup().find("puts").orElseThrow(),
                    java.lang.foreign.FunctionDescriptor.of(java.lang.foreign.ValueLayout.JAVA_INT,
                        java.lang.foreign.ValueLayout.ADDRESS));
                var arena = java.lang.foreign.Arena.ofAuto();
                int put = (int) puts.invokeExact(arena.allocateFrom("from C"));
                """).printed("from C\n");
    }

    @Test
    void theWorkingDirectoryIsTheNotebooks() {
        notebook.run("java.nio.file.Path.of(\"\").toAbsolutePath().toString()")
                .hasText(java.nio.file.Path.of("").toAbsolutePath().toString());
    }

    @Test
    void threadLocalsSurviveFromCellToCell() {
        notebook.run("var local = new ThreadLocal<String>();\nlocal.set(\"still here\");");
        notebook.run("local.get()").hasText("still here");
    }

    @Test
    void inputIsAskedOfTheReader() {
        notebook.run("new java.util.Scanner(System.in).nextLine()").hasText("answer to ");
        notebook.run("readPassword(\"key?\")").hasText("secret");
    }

    @Test
    void systemInWithNoCellRunningFailsWithASentence() throws InterruptedException {
        // a page's event runs user code while no cell runs
        notebook.run("host().comms().onOpen(\"probe\", (comm, data, buffers) -> {\n"
                + "try { System.in.read(); } catch (java.io.IOException e) {"
                + " comm.send(\"\\\"\" + e.getMessage() + \"\\\"\", \"{}\", buffers); } });");
        notebook.afterText(
                "System.in can be read only while a cell runs",
                () -> notebook.session().commOpened("page", "probe-1", "probe", "{}", List.of()));
    }

    @Test
    void codeCanEvaluateCodeAndRunMagics() {
        notebook.run("int base = 40;");
        notebook.run("Integer sum = eval(\"int nested = base + 2; nested\");\nsum + nested")
                .hasText("84");
        notebook.run("String options = %jvm\noptions.isBlank()").hasText("false");
    }

    @Test
    void anEvalThatFailsIsAnExceptionOfTheCaller() {
        assertThat(notebook.run("eval(\"noSuchThing\")").error()).contains("cannot find symbol");
    }

    @Test
    void aMagicRunsOnItsOwnSide() {
        TestNotebook.Result shown = notebook.run("%%html\n<b>bold</b>");
        assertThat(((EvalOutcome.Value) shown.outcome()).bundle().data())
                .isEqualTo(Map.of(MimeBundle.PLAIN, "<b>bold</b>", MimeBundle.HTML, "<b>bold</b>"));
        assertThat(notebook.run("%htmll").error()).contains("%%html");
    }

    @Test
    void aPerCentSignInATextIsNoMagic() {
        notebook.run("String text = \"\"\"\n    %maven not:a:magic\n    \"\"\"; // %maven neither\n17\n  % 5")
                .hasText("2");
    }

    @Test
    void theCompilerSeesTheWorkersClassPathAndNotTheKernels() {
        notebook.run("com.google.gson.Gson leaked;").failedAs(EvalOutcome.Rejected.class);
        notebook.run("org.zeromq.ZContext leaked;").failedAs(EvalOutcome.Rejected.class);
        notebook.run("io.jotter.api.MimeBundle.text(\"seen\")").hasText("seen");
    }

    @Test
    void servicesAreFoundFromTheCommonPoolAlsoInItsSecondTask() {
        notebook.run("java.util.concurrent.CompletableFuture.runAsync(() -> {}).join();");
        notebook.run("var own = Thread.currentThread().getContextClassLoader();\n"
                        + "java.util.concurrent.CompletableFuture.supplyAsync(() ->"
                        + " Thread.currentThread().getContextClassLoader()).join() == own")
                .hasText("true");
    }

    @Test
    void completionAnswersWhileACellRuns() throws Exception {
        notebook.run("String someText = \"x\";");
        Future<TestNotebook.Result> running = notebook.start("while (true) Thread.sleep(1_000);");
        assertThat(notebook.session().complete("someText.leng", 13).matches())
                .extracting(Completions.Match::text)
                .contains("length()");
        notebook.session().interrupt();
        assertThat(running.get().outcome()).isInstanceOf(EvalOutcome.Stopped.class);
    }

    @Test
    void userExpressionsAreEvaluatedEachByItself() {
        Map<String, EvalOutcome> outcomes =
                notebook.session().evaluate("after", Map.of("good", "20 + 3", "bad", "nothing"));
        assertThat(outcomes.get("good")).isEqualTo(new EvalOutcome.Value(MimeBundle.text("23")));
        assertThat(outcomes.get("bad")).isInstanceOf(EvalOutcome.Rejected.class);
    }
}
