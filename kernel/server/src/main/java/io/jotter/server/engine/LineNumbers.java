package io.jotter.server.engine;

import io.jotter.wire.ClassFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives compiled snippets the cell as their source file and the cell's line numbers, so that stack traces and a debugger
 * agree with the page. JShell compiles a snippet inside a class that it writes around it, and counts lines there.
 */
final class LineNumbers {
    private LineNumbers() {}

    /**
     * A snippet in the class that JShell writes around it, and where it stands on the page.
     *
     * @param wrapper null where the whole snippet is one line
     */
    record Placed(@Nullable SnippetWrapper wrapper, Origin origin) {
        static Placed by(SnippetWrapper wrapper, Origin origin) {
            return new Placed(wrapper, origin);
        }

        static Placed onOneLine(Origin origin) {
            return new Placed(null, origin);
        }
    }

    /**
     * The classes with the page's lines.
     *
     * @param find from the name of a snippet's outer class to the snippet. Its wrapper may have other imports at its head
     *     than what was compiled; the lines below are the same
     */
    static List<ClassFile> ofPage(List<ClassFile> compiled, Function<String, Optional<Placed>> find) {
        Map<String, Optional<Lines>> maps = new HashMap<>();
        List<ClassFile> ours = new ArrayList<>();
        for (ClassFile each : compiled) {
            Optional<Lines> lines = maps.computeIfAbsent(
                    outerClass(each.name()), outer -> find.apply(outer).map(placed -> lines(placed, compiled, outer)));
            ours.add(lines.map(map -> new ClassFile(each.name(), rewrite(each.bytes(), map)))
                    .orElse(each));
        }
        return ours;
    }

    private static Lines lines(Placed placed, List<ClassFile> compiled, String outer) {
        SnippetWrapper wrapper = placed.wrapper();
        return wrapper == null
                ? new OneLine(placed.origin())
                : new LineMap(wrapper, placed.origin(), declarationLine(compiled, outer));
    }

    /** The line that declares the outer class: the one on which its default constructor stands. 0 if unknown. */
    private static int declarationLine(List<ClassFile> compiled, String outer) {
        int[] line = {0};
        for (ClassFile each : compiled) {
            if (each.name().equals(outer)) {
                new ClassReader(each.bytes())
                        .accept(
                                new ClassVisitor(Opcodes.ASM9) {
                                    @Override
                                    public @Nullable MethodVisitor visitMethod(
                                            int access,
                                            String name,
                                            String descriptor,
                                            @Nullable String signature,
                                            String @Nullable [] exceptions) {
                                        return name.equals("<init>") ? new FirstLine(line) : null;
                                    }
                                },
                                0);
            }
        }
        return line[0];
    }

    private static final class FirstLine extends MethodVisitor {
        private final int[] line;

        FirstLine(int[] line) {
            super(Opcodes.ASM9);
            this.line = line;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line[0] = line[0] == 0 ? number : line[0];
        }
    }

    /** {@code REPL.$JShell$12} of {@code REPL.$JShell$12$Foo$Bar}. */
    static String outerClass(String name) {
        int third = nth(name, '$', 3);
        return third < 0 ? name : name.substring(0, third);
    }

    /** JShell counts a class that it makes anew by letters: {@code REPL.$JShell$12B} is the third of snippet 12. */
    static String withoutVersion(String outerClass) {
        int end = outerClass.length();
        while (end > 0 && Character.isUpperCase(outerClass.charAt(end - 1))) {
            end--;
        }
        return outerClass.substring(0, end);
    }

    private static int nth(String text, char wanted, int count) {
        int at = -1;
        for (int i = 0; i < count; i++) {
            at = text.indexOf(wanted, at + 1);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    private static byte[] rewrite(byte[] bytes, Lines lines) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitSource(@Nullable String source, @Nullable String debug) {
                        super.visitSource(lines.file(), debug);
                    }

                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        MethodVisitor inner = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return new MethodVisitor(Opcodes.ASM9, inner) {
                            @Override
                            public void visitLineNumber(int line, Label start) {
                                super.visitLineNumber(lines.onPage(line), start);
                            }
                        };
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** From lines of the wrapped source to lines of the cell. */
    private interface Lines {
        String file();

        int onPage(int compiledLine);
    }

    private record OneLine(Origin origin) implements Lines {
        @Override
        public String file() {
            return origin.file();
        }

        @Override
        public int onPage(int compiledLine) {
            return origin.line();
        }
    }

    /** By the wrapper's positions, each line worked out once. */
    private static final class LineMap implements Lines {
        private final SnippetWrapper wrapper;
        private final String wrapped;
        private final String source;
        private final String file;
        private final int firstLine;
        private final int shift;
        private final Map<Integer, Integer> known = new HashMap<>();

        LineMap(SnippetWrapper wrapper, Origin origin, int compiledDeclaration) {
            this.wrapper = wrapper;
            this.wrapped = wrapper.wrapped();
            this.source = wrapper.source();
            this.file = origin.file();
            this.firstLine = origin.line();
            int declaration = lineOf(wrapped.indexOf("class $JShell$"));
            this.shift = compiledDeclaration == 0 ? 0 : declaration - compiledDeclaration;
        }

        private int lineOf(int index) {
            return 1
                    + (int) wrapped.substring(0, Math.max(0, index))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }

        @Override
        public String file() {
            return file;
        }

        @Override
        public int onPage(int compiledLine) {
            return known.computeIfAbsent(compiledLine + shift, this::find);
        }

        private int find(int wrappedLine) {
            int start = wrappedLine <= 1 ? 0 : nth(wrapped, '\n', wrappedLine - 1) + 1;
            int end = wrapped.indexOf('\n', start);
            for (int at = start; at < (end < 0 ? wrapped.length() : end); at++) {
                if (Character.isWhitespace(wrapped.charAt(at))) {
                    continue;
                }
                int inSource = wrapper.wrappedToSourcePosition(at);
                // outside the snippet's own text JShell answers with its nearest end; only a true place maps back
                if (inSource >= 0 && inSource < source.length() && wrapper.sourceToWrappedPosition(inSource) == at) {
                    return firstLine
                            + (int) source.substring(0, inSource)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
                }
            }
            return firstLine;
        }
    }
}
