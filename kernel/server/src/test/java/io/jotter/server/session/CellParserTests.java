package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.server.session.CellPart.CellMagic;
import io.jotter.server.session.CellPart.JavaPart;
import io.jotter.server.session.CellPart.LineMagic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellParserTests {
    private static List<CellPart> parse(String code) {
        return CellParser.parse(code);
    }

    @Test
    void plainJavaIsOnePart() {
        String code = "\nint x = 1;\n\nx + 1";
        assertThat(parse(code)).containsExactly(new JavaPart(code, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\n", "// nothing", "/* nor\nhere */"})
    void nothingToRunIsNoPart(String code) {
        assertThat(parse(code)).isEmpty();
    }

    @Test
    void severalMagicsMixWithCode() {
        assertThat(parse("%maven g:a:1\nint x = 1;\n  %jars lib/*.jar\nx"))
                .containsExactly(
                        new LineMagic("maven", List.of("g:a:1"), 1),
                        new JavaPart("\nint x = 1;\n  ", 1),
                        new LineMagic("jars", List.of("lib/*.jar"), 3),
                        new JavaPart("\nx", 3));
    }

    @Test
    void jbangsCommentsAtTheStartAreMagicsBeforeTheCode() {
        String code = "// a script\n//DEPS g:a:1 g:b:[1,2),g:c:3 // why\n//REPOS lab=https://lab.example/maven\n"
                + "//DEPS g:d:4\nint x = 1;\n//DEPS g:e:5";
        assertThat(parse(code))
                .containsExactly(
                        new LineMagic("mavenRepo", List.of("lab=https://lab.example/maven"), 3),
                        new LineMagic("maven", List.of("g:a:1", "g:b:[1,2)", "g:c:3", "g:d:4"), 2),
                        new JavaPart(code, 1));
        assertThat(parse("// DEPS are none\nx")).hasSize(1);
    }

    @Test
    void theLineOfAPartCountsLinesInCommentsAndTextBlocks() {
        List<CellPart> parts = parse("/* a\nb */\nString s = \"\"\"\n  %no\n  \"\"\";\n%jars x\ns");
        assertThat(parts.get(1)).isEqualTo(new LineMagic("jars", List.of("x"), 6));
        assertThat(parts.get(2)).isEqualTo(new JavaPart("\ns", 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// %maven g:a:1\nint x;",
                "/*\n%maven g:a:1\n*/ int x;",
                "String s = \"\"\"\n%maven g:a:1\n\"\"\";",
                "String s = \"\"\"\n\\\"\"\"\n%maven g:a:1\n\"\"\";",
                "String s = \"= %jars\";",
                "char c = '\"';\n// = %jars",
                "int a = b\n  % c;",
                "int a = b // a comment;\n  %c;",
                "int a = f(b)\n  %c;",
                "int a = b\n  %2;",
                "a %= b;",
                // the compiler reads an escape of Unicode's as the character before it looks for quotes and comments
                "String s = \"\"\"\n  \\u005c\"\"\";\n%jvm -Xmx1g\n  \"\"\";",
                "String s = \"\"\"\n  \\uu005C\"\"\";\n%jvm -Xmx1g\n  \"\"\";",
                "String s = \\u0022\"\"\n%jvm -Xmx1g\n\"\"\";",
                "\\u002f* a comment;\n%jvm -Xmx1g\n*/ int x;",
                "/\\u002a a comment;\n%jvm -Xmx1g\n*/ int x;",
                "String s = \"\\\\n%jvm -Xmx1g\";",
                "String s = \"\"\"\n%%html\n\"\"\";",
                "/* {;\n%jvm -Xmx1g\n*/ int x;",
            })
    void aPerCentSignThatIsNoMagicStays(String code) {
        assertThat(parse(code)).containsExactly(new JavaPart(code, 1));
    }

    @Test
    void anEscapedBackslashBeforeAnEscapeOfUnicodesIsNone() {
        assertThat(parse("String s = \"\\\\u0022\";\n%jars x"))
                .containsExactly(
                        new JavaPart("String s = \"\\\\u0022\";\n", 1), new LineMagic("jars", List.of("x"), 2));
    }

    @Test
    void aCommentMayStandAboveAMagic() {
        assertThat(parse("// first the library:\n%maven g:a:1"))
                .containsExactly(new LineMagic("maven", List.of("g:a:1"), 2));
    }

    @Test
    void aCommentBelowAMagicLeavesItTheLastPart() {
        assertThat(parse("%jars x\n// that is all")).containsExactly(new LineMagic("jars", List.of("x"), 1));
    }

    @Test
    void quotesOnAMagicsLineAreNoJava() {
        assertThat(parse("%sh echo it's\nint x;"))
                .containsExactly(new LineMagic("sh", List.of("echo it's"), 1), new JavaPart("\nint x;", 1));
    }

    @Test
    void aMagicAfterAnEqualsSignBecomesACall() {
        assertThat(parse("List<String> x = %jars lib/*.jar \"a b\"\nx"))
                .containsExactly(new JavaPart(
                        "List<String> x = lineMagic(\"jars\", java.util.List.of(\"lib/*.jar\", \"a b\"));\nx", 1));
    }

    @Test
    void aSemicolonBehindAnAssignedMagicIsNoArgument() {
        assertThat(parse("var x = %jars lib/*.jar;"))
                .containsExactly(new JavaPart("var x = lineMagic(\"jars\", java.util.List.of(\"lib/*.jar\"));", 1));
    }

    @Test
    void aBackslashInAnAssignedMagicStaysABackslash() {
        assertThat(parse("var x = %jars C:\\new"))
                .containsExactly(new JavaPart("var x = lineMagic(\"jars\", java.util.List.of(\"C:\\\\new\"));", 1));
    }

    @Test
    void aMagicInABlockDoesNotTearIt() {
        assertThat(parse("if (local) {\n  %jars x.jar\n}\nint y;"))
                .containsExactly(new JavaPart(
                        "if (local) {\n  lineMagic(\"jars\", java.util.List.of(\"x.jar\"));\n}\nint y;", 1));
    }

    @Test
    void aCellMagicTakesTheRestExactly() {
        assertThat(parse("%%html a \"b c\"\n<b>\n  %x\n\n"))
                .containsExactly(new CellMagic("html", List.of("a", "b c"), "<b>\n  %x\n\n"));
        assertThat(parse("%%html")).containsExactly(new CellMagic("html", List.of(), ""));
    }

    @Test
    void windowsLineEndsAreNoArguments() {
        assertThat(parse("%jars a\r\nint x;"))
                .containsExactly(new LineMagic("jars", List.of("a"), 1), new JavaPart("\nint x;", 1));
    }

    @Test
    void quotesGroupAndABackslashKeepsAQuote() {
        assertThat(parse("%m a\t\"b  c\" d\\\"e \"\" \"f \\\" g\" h\"i j\""))
                .containsExactly(new LineMagic("m", List.of("a", "b  c", "d\"e", "", "f \" g", "hi j"), 1));
    }

    @Test
    void aNameOutsideAsciiIsAName() {
        assertThat(parse("%été x")).containsExactly(new LineMagic("été", List.of("x"), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%jars?", "%jars ?", "%%jars?", "%%jars?\nx"})
    void aQuestionMarkAsksHowAMagicIsUsed(String code) {
        assertThat(parse(code).get(0)).isEqualTo(new LineMagic("help", List.of("jars"), 1));
    }
}
