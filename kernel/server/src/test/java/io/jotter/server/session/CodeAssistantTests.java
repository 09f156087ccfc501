package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import io.jotter.server.magics.Magics;
import io.jotter.server.magics.NamedMagic;
import io.jotter.server.magics.RecordingMagicContext;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeAssistantTests {
    private final JShell shell = JShell.builder().executionEngine("local").build();
    private final CodeAssistant assistant = new CodeAssistant(
            new CodeAssistant.Analysis() {
                @Override
                public <T> T with(Function<SourceCodeAnalysis, T> query) {
                    synchronized (shell) {
                        return query.apply(shell.sourceCodeAnalysis());
                    }
                }
            },
            new MagicAssistant(
                    new Magics(List.of(
                            NamedMagic.of("maven", "mavenRepo"),
                            NamedMagic.of("jars"),
                            NamedMagic.of("html"),
                            NamedMagic.of("time"),
                            NamedMagic.of("bench"),
                            NamedMagic.of("sh"))),
                    () -> new RecordingMagicContext(Path.of(""))),
            new LibraryJavadoc(List::of, jar -> java.util.Optional.empty()),
            new NoSurroundings());

    @BeforeAll
    void declareWhatEarlierCellsDid() {
        shell.eval("import java.util.*;");
        shell.eval("int total = 3;");
        shell.eval("String greet(String name) { return name; }");
    }

    @AfterAll
    void close() {
        shell.close();
    }

    /** Completes at the bar. */
    private Completions complete(String code) {
        return assistant.complete(code.replace("|", ""), code.indexOf('|'));
    }

    private List<String> texts(String code) {
        return complete(code).matches().stream().map(Completions.Match::text).toList();
    }

    private String inspect(String code, int detail) {
        return assistant
                .inspect(code.replace("|", ""), code.indexOf('|'), detail)
                .map(bundle -> (String) bundle.data().get(MimeBundle.PLAIN))
                .orElse("");
    }

    @Test
    void aNameOfAnEarlierCellIsOffered() {
        Completions completions = complete("1 + tot|");
        assertThat(completions.matches()).contains(new Completions.Match("total", "instance", ""));
        assertThat(completions.start()).isEqualTo(4);
        assertThat(completions.end()).isEqualTo(7);
    }

    @Test
    void membersAreOffered() {
        assertThat(texts("Math.ab|")).contains("abs(");
        assertThat(complete("Math.ab|").start()).isEqualTo(5);
        assertThat(texts("Math.|")).contains("PI", "max(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int abc = 1;\nab|",
                "int abc = 1;\nSystem.out.println(1);\nab|",
                "import java.io.*;\nint abc = 1;\nab|",
                "int abc = 1;\nimport java.io.*;\nvoid f() { }\nab|",
                "%jars x\nint abc = 1;\n%jars it's\nab|",
                "int abc = %jars x\nab|",
                "private static int abc = 1;\nclass A { }\nab|",
                "%%time\nint abc = 1;\nab|",
                "int abc = 1;\nfor (int i = 0; i < 3; i++) {\n  ab|",
                "int abc = 7\n  % 4;\nab|",
                "int abc = 1;\nclass A { int f() { return ab|",
            })
    void aVariableOfTheSameCellIsOffered(String code) {
        assertThat(texts(code)).contains("abc");
        assertThat(complete(code).start()).isEqualTo(code.indexOf('|') - 2);
        assertThat(complete(code).end()).isEqualTo(code.indexOf('|'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Foo { int bar; }\nFoo foo = new Foo();\nfoo.ba|",
                "public class Foo { int bar; }\nnew Foo().ba|",
                "record Foo(int bar) { }\nnew Foo(1).ba|",
                "public record Foo(int bar) { }\nvar foo = new Foo(1);\nfoo.ba|",
            })
    void membersOfAClassOfTheSameCellAreOffered(String code) {
        assertThat(texts(code)).anyMatch(text -> text.startsWith("bar"));
    }

    @Test
    void afterAWholeDeclarationEverythingIsOffered() {
        assertThat(texts("void f() { }\n|")).contains("total");
        assertThat(texts("import java.io.*;\n|")).contains("total");
        assertThat(texts("|")).contains("total", "greet(");
    }

    @Test
    void classesAreOfferedInAnImport() {
        assertThat(texts("int abc = 1;\nimport java.util.ArrayLi|")).containsExactly("ArrayList");
    }

    @Test
    void theBodyOfAMethodIsCompleted() {
        assertThat(texts("int abc = 1;\nint twice(int number) {\n  return num|"))
                .contains("number");
    }

    @Test
    void aMethodOfTheSameCellIsOffered() {
        assertThat(texts("int twice(int number) {\n  return 2 * number;\n}\ntwi|"))
                .containsExactly("twice(");
    }

    @Test
    void localNamesAreNoMembers() {
        assertThat(texts("int abc = 1;\n\"x\".ab|")).isEmpty();
    }

    @Test
    void whatFitsTheTypeComesFirst() {
        assertThat(texts("int i = to|").get(0)).isEqualTo("total");
    }

    @Test
    void kindsAreNamed() {
        assertThat(complete("gre|").matches()).contains(new Completions.Match("greet(", "function", ""));
        assertThat(complete("ArrayLis|").matches()).contains(new Completions.Match("ArrayList", "class", ""));
        assertThat(complete("Integer.MAX|").matches()).contains(new Completions.Match("MAX_VALUE", "constant", ""));
    }

    @ParameterizedTest
    @CsvSource({"'%ma|', 0, 3", "'int x;\n  %ma|', 9, 12", "'%jars x\n%ma|', 8, 11", "'var x = %ma|', 8, 11"})
    void magicsAreOffered(String code, int start, int end) {
        assertThat(complete(code))
                .isEqualTo(new Completions(
                        List.of(
                                new Completions.Match("%maven", "magic", ""),
                                new Completions.Match("%mavenRepo", "magic", "")),
                        start,
                        end));
    }

    @Test
    void cellMagicsAreOfferedAtTheTop() {
        assertThat(texts("%%ht|")).containsExactly("%%html");
        assertThat(texts("%|")).contains("%jars");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// to|",
                "/* to|",
                "/*\n%ma|",
                "String s = \"to|",
                "String s = \"\"\"\n%ma|",
                "%jars to|",
                "%%html\nto|",
                "%%html\n%ma|",
            })
    void nothingIsOfferedWhereNoJavaStands(String code) {
        assertThat(texts(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "%jars |, 6, 6",
                "%jars al|, 6, 8",
                "%jars x al|, 8, 10",
                "`int x;\n  %jars al|`, 15, 17",
                "var x = %jars al|, 14, 16",
                "%%html al|, 7, 9",
                "!al|, 1, 3",
                "!ls al|, 4, 6",
                "`%%time\n%jars al|`, 13, 15",
            })
    void argumentsAreCompletedByTheirMagic(String code, int start, int end) {
        assertThat(complete(code).matches()).contains(new Completions.Match("alpha", "argument", ""));
        assertThat(complete(code).start()).isEqualTo(start);
        assertThat(complete(code).end()).isEqualTo(end);
    }

    @Test
    void anArgumentInQuotesBeginsBehindTheQuote() {
        assertThat(complete("%jars \"a b|"))
                .isEqualTo(new Completions(List.of(new Completions.Match("a b", "argument", "")), 7, 10));
    }

    @Test
    void behindTimeAndBenchStandsJava() {
        assertThat(complete("%time tot|"))
                .isEqualTo(new Completions(List.of(new Completions.Match("total", "instance", "")), 6, 9));
        assertThat(texts("%bench -n 3 tot|")).contains("total");
        assertThat(complete("%%bench -n 3\nint own = 1;\now|").matches())
                .contains(new Completions.Match("own", "instance", ""));
        assertThat(complete("%%time\ntot|").start()).isEqualTo(7);
        assertThat(inspect("%%time\ntot|al", 0)).isEqualTo("total:int");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ja|rs", "%jars|", "%%jars|", "%jars x|", "int x;\n%ja|rs y", "var x = %jars|"})
    void aMagicIsInspectedByItsName(String code) {
        assertThat(inspect(code, 0)).isEqualTo("%jars: nothing");
    }

    @Test
    void aRemainderIsNoMagic() {
        assertThat(texts("int x = total\n  %ma|")).doesNotContain("%maven");
    }

    @ParameterizedTest
    @CsvSource({
        "tot|al, total:int",
        "greet|, String greet(String name)",
        "gr|eet(\"x\"), String greet(String name)",
        "'greet(|', String greet(String name)",
        "Math.ma|x, 'int Math.max(int a, int b)'",
        "'Math.max(1, |2)', 'int Math.max(int a, int b)'",
        "'int abc = 1;\nab|c + 1', abc:int",
        "ArrayLi|st, java.util.ArrayList<E>",
        "'%jars it''s\ntotal|', total:int",
    })
    void theSignatureIsKnown(String code, String signature) {
        assertThat(inspect(code, 0)).contains(signature);
    }

    @ParameterizedTest
    @CsvSource({
        "'greet(|', parameter 1 of 1: String name",
        "'Math.max(|', parameter 1 of 2: int a",
        "'Math.max(1,|', parameter 2 of 2: int b",
        "'Math.max(1, 2 + |', parameter 2 of 2: int b",
        "'Math.max(Math.abs(-3), |', parameter 2 of 2: int b",
        "'Math.max(Math.abs(|', parameter 1 of 1: int a",
        "'String.format(\"a, b\", 1, 2, |', parameter 2 of 2: Object... args",
        "'Math.max(\n    1,\n    |', parameter 2 of 2: int b",
        "'record Pair(int left, int right) {}\nnew Pair(1, |', parameter 2 of 2: int right",
        "'java.util.Map.of(\"a\", 1).merge(\"a\", |', parameter 2 of 3:",
    })
    void withinACallTheParameterIsNamedWhoseArgumentIsWritten(String code, String said) {
        assertThat(inspect(code, 0).toLowerCase(java.util.Locale.ROOT))
                .contains(said.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Math.ma|x(1, 2)", "gre|et(\"x\")", "Math.max(tot|al, 2)"})
    void atANameNoParameterIsMeant(String code) {
        assertThat(inspect(code, 0)).isNotEmpty().doesNotContain("Parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense|", "|", "// total|", "\"total|\"", "%nomagic total|", "int| x;"})
    void whatIsUnknownIsNotDescribed(String code) {
        assertThat(inspect(code, 1)).isEmpty();
    }

    @Test
    void theBundleHasMarkdownToo() {
        MimeBundle bundle = assistant.inspect("total", 5, 0).orElseThrow();
        assertThat((String) bundle.data().get(MimeBundle.MARKDOWN)).isEqualTo("```java\ntotal:int\n```");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 + 1",
                "int x = 1;",
                "int x = 1;\nx",
                "%jars x",
                "%jars x\n// done",
                "%%html\n<b>",
                "if (true) {\n  %jars x\n}",
                "// a comment's quote",
                "class A { }\nvoid f() { }",
                "var x = %jars y",
            })
    void whatCouldRunIsComplete(String code) {
        assertThat(assistant.completeness(code)).isEqualTo(new Completeness("complete", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "'class A {', 4",
        "'class A {\n    void f() {', 8",
        "'class A {\n    void f() {\n    }', 4",
        "'class A {\n  int x;', 2",
        "'class A {\nint x;', 4",
        "'class A { // why', 4",
        "'int x =', 0",
        "'f(', 4",
        "'/* never', 0",
        "'%jars x\n/* never', 0",
        "'String s = \"abc', 0",
        "'String s = \"\"\"\n  abc', 2",
        "'%jars x\nfor (;;) {', 4",
    })
    void whatIsOpenIsIncomplete(String code, int indent) {
        assertThat(assistant.completeness(code)).isEqualTo(new Completeness("incomplete", " ".repeat(indent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"int 1x = ;", ")", "int x = 1;\n)"})
    void whatIsNoJavaIsInvalid(String code) {
        assertThat(assistant.completeness(code)).isEqualTo(new Completeness("invalid", ""));
    }
}
