package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.server.session.CellPart.JavaPart;
import io.jotter.server.session.CellPart.LineMagic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of the operating system in a cell of Java. */
class ShellLineTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls",
                "ls -l | wc",
                "./gradlew build",
                "python -m pip list",
                "echo \"a  b\" 'c' \\d",
                "echo (it)",
                "cd x && ls"
            })
    void anExclamationMarkAtTheStartOfALineIsACommand(String command) {
        assertThat(CellParser.parse("int x = 1;\n!" + command + "\nx"))
                .containsExactly(
                        new JavaPart("int x = 1;\n", 1),
                        new LineMagic("sh", List.of(command), 2),
                        new JavaPart("\nx", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!list.isEmpty()",
                "!(a && b)",
                "!!done",
                "! check(x)",
                "!true",
                "boolean no = !yes;",
                "boolean no =\n  !yes;",
                "boolean no = a\n  || b &&\n !c;",
                "if (a) x(); else y(!c);",
                "String s = \"\"\"\n!ls\n\"\"\";",
                "// List<String> x = !ls"
            })
    void whatNegatesStaysJava(String code) {
        assertThat(CellParser.parse(code)).allMatch(JavaPart.class::isInstance);
        assertThat(CellParser.javaUpToEnd(code)).contains(code);
    }

    @Test
    void aListOfLinesIsACommandsAndABooleanIsJavas() {
        assertThat(CellParser.javaUpToEnd("List<String> x = !ls -l;\n"))
                .contains("List<String> x = lineMagic(\"sh\", java.util.List.of(\"ls -l\"));\n");
        assertThat(CellParser.javaUpToEnd("var x = !ls;")).contains("var x = !ls;");
    }

    @Test
    void aCommandInABlockIsACallWhoseValueNobodyWants() {
        assertThat(CellParser.javaUpToEnd("for (;;) {\n!ls \"a  b\"\n}"))
                .contains("for (;;) {\nlineMagic(\"%sh\", java.util.List.of(\"ls \\\"a  b\\\"\"));\n}");
    }

    @Test
    void theLineOfACommandIsHandedOnAsItIs() {
        assertThat(CellParser.parse("%sh echo \"a  b\"  "))
                .containsExactly(new LineMagic("sh", List.of("echo \"a  b\""), 1));
    }
}
