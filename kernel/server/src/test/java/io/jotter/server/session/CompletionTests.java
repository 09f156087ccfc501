package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a real notebook, whose types are known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompletionTests {
    private TestNotebook notebook;

    @BeforeAll
    void open() throws IOException {
        notebook = TestNotebook.open();
        notebook.run("import java.util.stream.*; List<String> words = new ArrayList<>();\n"
                + "class Dog { int age; int ageOfOwner() { return 1; } }\nDog rex = new Dog();");
    }

    @AfterAll
    void close() {
        notebook.close();
    }

    /** At the bar. */
    private Completions complete(String code) {
        return notebook.session().complete(code.replace("|", ""), code.indexOf('|'));
    }

    private List<String> texts(String code) {
        return complete(code).matches().stream().map(Completions.Match::text).toList();
    }

    private Completions.Match match(String code, String text) {
        return complete(code).matches().stream()
                .filter(match -> match.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words.|",
                "var local = words; local.|",
                "new ArrayList<String>().|",
                "for (List<String> each : List.of(words)) { each.|",
                "Stream.of(words).map(each -> each.|",
                "Math.max(3, words.|",
                "int n = 3 + List.of(words).get(0).|",
                "Thread.sleep(3); int broken = ; words.|",
            })
    void whatATypeHasComesBeforeWhatEveryObjectHas(String code) {
        List<String> texts = texts(code);
        assertThat(texts).contains("add(", "getClass()", "size()");
        assertThat(texts.indexOf("getClass()")).isGreaterThan(texts.indexOf("size()"));
        assertThat(texts.indexOf("getClass()")).isGreaterThan(texts.indexOf("subList("));
        assertThat(match(code, "size()")).isEqualTo(new Completions.Match("size()", "function", "int size()"));
    }

    @Test
    void whatFitsTheExpectedTypeComesFirst() {
        assertThat(texts("int n = words.|").subList(0, 3)).contains("size()", "indexOf(");
        assertThat(texts("boolean b = words.|").get(0)).isEqualTo("add(");
    }

    @ParameterizedTest
    @CsvSource({
        "'step(|', eta",
        "'step(eta, |', gradient",
        "'step(Math.abs(1), |', gradient",
        "'step(\n    eta,\n    |', gradient",
        "'new Step(0.1, |', gradient",
        "'double momentum = 1;\nstep(|', eta",
    })
    void withinACallTheVariableComesFirstThatIsNamedLikeTheParameter(String code, String name) {
        notebook.run("double gradient = 2;\ndouble eta = 0.1;\ndouble alpha = 1;");
        notebook.run("double step(double eta, double gradient) { return eta * gradient; }\n"
                + "record Step(double eta, double gradient) {}");
        assertThat(texts(code).get(0)).isEqualTo(name);
    }

    @Test
    void whatIsDeprecatedComesLast() {
        List<String> texts = texts("new Date().|");
        assertThat(texts.indexOf("getYear()")).isGreaterThan(texts.indexOf("wait("));
    }

    @Test
    void theMembersOfANotebooksOwnTypeComeFirstToo() {
        List<String> texts = texts("rex.|");
        assertThat(texts.subList(0, 2)).containsExactly("age", "ageOfOwner()");
        assertThat(match("rex.|", "age").type()).isEqualTo("property");
    }

    @ParameterizedTest
    @CsvSource({
        "Math.PI|, PI, constant, double PI",
        "Map.Ent|, Entry, class, Entry",
        "words.addAl|, addAll(, function, boolean addAll(Collection<? extends E>) (+1)",
        "String.form|, format(, function, 'String format(String, Object...) (+1)'",
        "wor|, words, instance, ''",
    })
    void eachIsToldWithItsKindAndItsSignature(String code, String text, String kind, String signature) {
        assertThat(match(code, text)).isEqualTo(new Completions.Match(text, kind, signature));
    }

    @ParameterizedTest
    @CsvSource({
        "AtomicInt|, java.util.concurrent.atomic.AtomicInteger",
        "new BufferedIm|, java.awt.image.BufferedImage",
        "List<LinkedTransferQu|, LinkedTransferQueue",
    })
    void aClassThatIsNotImportedIsOfferedByItsFullName(String code, String name) {
        assertThat(texts(code)).contains(name);
        // what is not public cannot be used
        assertThat(texts("ArrayPrefixHel|")).isEmpty();
    }

    @Test
    void whatIsImportedComesBeforeWhatIsNot() {
        List<String> texts = texts("ListS|");
        assertThat(texts).contains("javax.swing.ListSelectionModel");
        texts = texts("Lis|");
        assertThat(texts).contains("List", "javax.swing.ListModel").doesNotContain("java.util.List");
        assertThat(texts.indexOf("List")).isLessThan(texts.indexOf("javax.swing.ListModel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var model = new StringBuilder();\nmodel.appendCode|",
                "int broken = ;\nvar model = new StringBuilder();\nmodel.appendCode|",
                "nowhere.method(3;\nvar model = new StringBuilder();\nmodel.appendCode|",
                "if (true) {\n  var model = new StringBuilder();\n  model\n    .append(3)\n    .appendCode|",
            })
    void whatTheCellDeclaresAboveIsKnownAlsoBelowWrongCode(String code) {
        assertThat(texts(code)).contains("appendCodePoint(");
    }

    @Test
    void filesAreOfferedInATextAndReplaceWhatStandsBehindTheSlash() {
        assertThat(texts("Path.of(\"src/ma|")).containsExactly("main/");
        Completions found = complete("Files.readString(Path.of(\"src/main/ja|");
        assertThat(found.matches()).containsExactly(new Completions.Match("java/", "path", ""));
        assertThat(found.start()).isEqualTo("Files.readString(Path.of(\"src/main/".length());
    }

    @Test
    void aCompletionIsAnsweredWhileACellRuns() throws Exception {
        Future<TestNotebook.Result> running = notebook.start("Thread.sleep(60_000);");
        assertThat(texts("words.addAl|")).containsExactly("addAll(");
        assertThat(running.isDone()).isFalse();
        notebook.session().interrupt();
        running.get();
    }
}
