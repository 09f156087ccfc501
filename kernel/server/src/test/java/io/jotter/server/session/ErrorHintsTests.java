package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.wire.Thrown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorHintsTests {
    private TestNotebook notebook;

    @BeforeAll
    void open() throws IOException {
        notebook = TestNotebook.open();
        notebook.run(
                "int n = 3; int[] numbers = {1, 2, 3}; String missing = null; int total = 0; class Dog { void bark() {} }");
    }

    @AfterAll
    void close() {
        notebook.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "int x = 5⏎int y = 6;| ends with a semicolon",
                "for (int i = 0, i < 3, i++) {}| for (int i = 0; i < n; i++)",
                "if (n = 3) {}| to compare, write ==",
                "if (n) {}| n != 0",
                "int k = 3.5;| An int does not hold every double",
                "float f = 3.5;| 3.5f",
                "byte small = n;| (byte)",
                "int f(int a) { if (a > 0) return 1; }| has to end with return",
                "String s = 'abc';| double quotes",
                "String s = \"abc;| closing \"",
                "Math.max(1, 2| not closed by )",
                "while (true { }| put ) where the mark stands",
                "Dog.bark()| belongs to an object",
                "void f() { Thread.sleep(1); }| throws InterruptedException",
                "Runnable r = () -> Thread.sleep(1);| A lambda has no throws",
                "char c = \"a\";| single quotes",
                "int i = \"3\";| Integer.parseInt",
                "String s = 3;| String.valueOf",
                "{ int u; System.out.println(u); }| Give u a value",
                "new List<String>()| new ArrayList<>()",
                "new ArrayList<int>()| Integer instead of int",
                "{ int a = 1; int a = 2; }| leave out its type",
                "n.toString()| the class Integer has some",
                "{ int c = 0; Runnable r = () -> System.out.println(c); c++; }| must not change",
                "class A implements Runnable {}| public, into the class: run()",
                "class A extends Runnable {}| implements",
                "var v = null;| write the type of v out",
                "elseif (n > 1) {}| else if, in two words",
                "boolean b = n === 3;| there is no ===",
                "string s = \"\";| Java writes String",
                "print(3)| System.out.println",
                "BufferedImage i = null;| put import java.awt.image.BufferedImage; above",
                "AtomicInteger i = new AtomicInteger();| import java.util.concurrent.atomic.AtomicInteger;",
                "Color.RED| import java.awt.Color;",
                "Lisst<String> l = null;| Is List meant?",
                "totl + 1| Is total meant?",
                "System.out.printn(3)| Is println meant?",
                "Sytem.out.println(3)| Is System meant?",
                "new Dog().brk()| Is bark meant?",
                "numbers.length()| .length without brackets",
                "\"abc\".length| .length() with brackets",
                "nowhereToBeFound + 1| run the cell that does",
                "import org.nowhere.Thing;| %maven",
                "numbers[5]| has 3 elements, counted from 0: the last is at 2",
                "int none = new int[]{}[0];| is empty",
                "\"abc\".charAt(7)| counted from 0",
                "missing.length()| missing is null there",
                "Object o = 3; String s = (String) o;| is no String: ask with instanceof",
                "Integer.parseInt(\"3.5\")| Double.parseDouble",
                "1 / (n - 3)| cannot be divided by 0",
                "List.of(1).add(2)| cannot be changed",
                "Optional.empty().get()| orElse",
                "Files.readString(Path.of(\"no-such-file\"))| looked for from",
                "throw new RuntimeException(new ArithmeticException(\"/ by zero\"));| divided by 0",
            })
    void aSlipIsToldWithWhatToWrite(String code, String hint) {
        List<String> lines =
                notebook.run(code.replace('⏎', '\n')).error().lines().toList();
        assertThat(lines.get(lines.size() - 1)).startsWith("Hint: ").contains(hint.strip());
    }

    @Test
    void whatIsWrongIsInTheFirstLineWithTheCellAndTheLine() {
        assertThat(notebook.run("int fine = 1;\nint wrong = fine + unknownThing;")
                        .error()
                        .lines())
                .first()
                .asString()
                .matches("In \\[\\d+]:2: error: cannot find symbol: variable unknownThing");
    }

    private static String plain(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @Test
    void whatTheCompilerWarnsOfIsShownAndRuns() {
        TestNotebook.Result result = notebook.run("List raw = new ArrayList();\nraw.add(3)");
        result.hasText("true");
        assertThat(plain(notebook.textOf(result.cell()))).contains(":2: warning: unchecked call", "    raw.add(3)");
        TestNotebook.Result old = notebook.run("int month = new Date(2020, 1, 1).getMonth();");
        assertThat(plain(notebook.textOf(old.cell()))).contains("warning: Date(int,int,int)", "deprecated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "double half = 1 / 2;| 1 / 2 is 0: of whole numbers the fraction is cut off; write 1.0 / 2",
                "Math.sqrt(7/2)| 7 / 2 is 3",
                "String word = \"a\"; boolean same = word == \"a\";| equals compares what they say",
                "\"a\" != String.valueOf('a')| equals compares what they say",
            })
    void whatIsHardlyEverMeantIsToldAndRuns(String code, String warning) {
        TestNotebook.Result result = notebook.run(code);
        assertThat(result.outcome()).isInstanceOf(EvalOutcome.Value.class);
        assertThat(notebook.textOf(result.cell())).contains("warning: ", warning.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double half = 1.0 / 2;",
                "double d = 2.0 * 1 / 2;",
                "double d = 4 / 2;",
                "double d = 1 / 2.0;",
                "double d = 1 / 2f;",
                "String s = \"1 / 2 == \";",
                "// 1/2",
                "boolean b = \"a\".length() == 1;",
                "boolean b = null == \"a\";",
                "boolean b = 'a' == 'b';",
            })
    void whatIsRightIsLeftAlone(String code) {
        assertThat(Lints.in(code)).isEmpty();
    }

    @Test
    void whatALibrarySaysOfItsOwnErrorComesFirst() {
        Thrown thrown = new Thrown(
                "java.lang.ArithmeticException", "/ by zero", List.of(), 0, List.of(), null, "as the library says");
        assertThat(RuntimeHints.on(thrown, Path.of(""))).contains("as the library says");
    }
}
