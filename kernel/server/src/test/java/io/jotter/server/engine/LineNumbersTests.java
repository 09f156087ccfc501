package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.wire.ClassFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The page's lines, in what JShell has compiled. */
class LineNumbersTests {
    @Test
    void aMethodsLinesAreThoseOfThePage() {
        Compiled compiled = compile("int twice(int n) {\n    int m = n;\n\n    return 2 * m;\n}", 10);
        assertThat(compiled.source()).isEqualTo("In [7]");
        assertThat(compiled.lines()).contains(11, 13).allMatch(line -> line >= 10 && line <= 14);
    }

    @Test
    void theClassesWithinATypeAreOnThePageToo() {
        Compiled compiled = compile("class Outer {\n    class Inner {\n        int two() { return 2; }\n    }\n}", 1);
        assertThat(compiled.lines()).contains(3).allMatch(line -> line >= 1 && line <= 5);
    }

    @Test
    void anExpressionOverSeveralLinesKeepsThem() {
        assertThat(compile("Math.max(1,\n    Math.abs(\n        -2))", 4).lines())
                .contains(4, 5);
    }

    @Test
    void whatIsNotOfThePageStaysAsItIs() {
        ClassFile foreign = new ClassFile("Foreign", new byte[] {1, 2, 3});
        assertThat(LineNumbers.ofPage(List.of(foreign), outer -> Optional.empty()))
                .containsExactly(foreign);
    }

    @Test
    void theOuterClassOfASnippetIsFoundFromAllWithinIt() {
        assertThat(LineNumbers.outerClass("REPL.$JShell$12")).isEqualTo("REPL.$JShell$12");
        assertThat(LineNumbers.outerClass("REPL.$JShell$12$Foo$Bar")).isEqualTo("REPL.$JShell$12");
        assertThat(LineNumbers.outerClass("REPL.$JShell$12B$1")).isEqualTo("REPL.$JShell$12B");
    }

    /** Lines and source file of all classes of a snippet. */
    private record Compiled(String source, TreeSet<Integer> lines) {}

    private static Compiled compile(String code, int firstLine) {
        List<ClassFile> loaded = new ArrayList<>();
        try (JShell shell =
                JShell.builder().executionEngine(new Keeping(loaded), Map.of()).build()) {
            Snippet snippet = shell.eval(code).get(0).snippet();
            var placed =
                    LineNumbers.Placed.by(shell.sourceCodeAnalysis().wrapper(snippet), new Origin("In [7]", firstLine));
            return read(LineNumbers.ofPage(loaded, outer -> Optional.of(placed)));
        }
    }

    private static Compiled read(List<ClassFile> classes) {
        TreeSet<String> sources = new TreeSet<>();
        TreeSet<Integer> lines = new TreeSet<>(Comparator.naturalOrder());
        for (ClassFile each : classes) {
            new ClassReader(each.bytes())
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public void visitSource(String source, String debug) {
                                    sources.add(source);
                                }

                                @Override
                                public MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        String signature,
                                        String[] exceptions) {
                                    return new MethodVisitor(Opcodes.ASM9) {
                                        @Override
                                        public void visitLineNumber(int line, Label start) {
                                            lines.add(line);
                                        }
                                    };
                                }
                            },
                            0);
        }
        assertThat(sources).hasSize(1);
        return new Compiled(sources.first(), lines);
    }

    /** Runs here, and keeps what it is given to load. */
    private record Keeping(List<ClassFile> loaded) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "keeping";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return new LocalExecutionControl() {
                @Override
                public void load(ClassBytecodes[] classes)
                        throws ClassInstallException, NotImplementedException, EngineTerminationException {
                    for (ClassBytecodes each : classes) {
                        loaded.add(new ClassFile(each.name(), each.bytecodes()));
                    }
                    super.load(classes);
                }
            };
        }
    }
}
