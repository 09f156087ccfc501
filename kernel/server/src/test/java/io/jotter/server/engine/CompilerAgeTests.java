package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompilerAgeTests {
    private final JShell shell = JShell.builder().executionEngine("local").build();
    private final CompilerAge compiler = new CompilerAge();

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void nothingIsKeptOfWhatWasToldOfARefusedSnippet() {
        Snippet refused = evaluate("int x = \"text\";");
        assertThat(shell.diagnostics(refused)).isNotEmpty();
        compiler.told(shell);
        assertThat(shell.diagnostics(refused)).isEmpty();
    }

    @Test
    void whatADeclarationLacksIsKeptWhileItDoesNotCompile() {
        evaluate("int one() { return 1; }");
        Snippet twice = evaluate("int twice() { return 2 * one(); }");
        evaluate("String one() { return \"one\"; }");
        compiler.told(shell);
        assertThat(shell.diagnostics(twice)).isNotEmpty();
        evaluate("int one() { return 1; }");
        compiler.told(shell);
        assertThat(shell.status(twice)).isEqualTo(Snippet.Status.VALID);
    }

    private Snippet evaluate(String source) {
        var events = shell.eval(source);
        compiler.compiled(shell, events);
        return events.get(0).snippet();
    }
}
