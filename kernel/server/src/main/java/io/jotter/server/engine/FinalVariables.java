package io.jotter.server.engine;

import io.jotter.wire.ClassFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The final variables of cells. JShell makes each a field that anybody may assign to, for its initial value is assigned by
 * other code than the field's class; who else does is seen in what has been compiled.
 */
final class FinalVariables {
    private static final Pattern FINAL = Pattern.compile(
            "\\A(?:\\s|//[^\\n]*|/\\*.*?\\*/|@[\\w.]+(?:\\s*\\([^)]*\\))?|public|private|protected|static|transient)*+final\\b",
            Pattern.DOTALL);

    private final SnippetPlaces places;
    private final Set<String> fields = new HashSet<>();
    private @Nullable String assigned;

    FinalVariables(SnippetPlaces places) {
        this.places = places;
    }

    void saw(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof VarSnippet variable
                    && event.causeSnippet() == null
                    && event.status() == Status.VALID) {
                String field = field(places.outerClass(variable), variable.name());
                // without a value it may be given one later
                if (variable.subKind() == SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND
                        && FINAL.matcher(variable.source()).find()) {
                    fields.add(field);
                } else {
                    fields.remove(field);
                }
            }
        }
    }

    private static String field(String outerClass, String name) {
        return LineNumbers.withoutVersion(outerClass) + "." + name;
    }

    /** Looks through what is about to be loaded; whether it assigns to a final variable that stands already. */
    boolean areAssignedBy(List<ClassFile> classes) {
        if (fields.isEmpty()) {
            return false;
        }
        classes.forEach(this::look);
        return assigned != null;
    }

    /** The variable that was assigned to since the last call. */
    Optional<String> takeAssigned() {
        Optional<String> taken = Optional.ofNullable(assigned);
        assigned = null;
        return taken;
    }

    private void look(ClassFile compiled) {
        String own = LineNumbers.withoutVersion(LineNumbers.outerClass(compiled.name()));
        new ClassReader(compiled.bytes())
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitFieldInsn(
                                            int opcode, String owner, String field, String descriptor) {
                                        String holder = LineNumbers.withoutVersion(owner.replace('/', '.'));
                                        if (opcode == Opcodes.PUTSTATIC
                                                && !holder.equals(own)
                                                && fields.contains(holder + "." + field)) {
                                            assigned = field;
                                        }
                                    }
                                };
                            }
                        },
                        ClassReader.SKIP_DEBUG);
    }

    /** As the compiler says it of a file. */
    static SnippetOutcome.Problem problem(String variable, String source) {
        String name = Pattern.quote(variable);
        Matcher assignment = Pattern.compile("(?<![\\w$.])" + name
                        + "(?=\\s*(?:[-+*/%&|^]|<<|>>>?)?=(?!=)|\\s*(?:\\+\\+|--))" + "|(?<=\\+\\+|--)" + name + "\\b")
                .matcher(source);
        int at = assignment.find() ? assignment.start() : 0;
        String message = "cannot assign a value to final variable " + variable;
        return new SnippetOutcome.Problem(at, at + variable.length(), at, message, true);
    }
}
