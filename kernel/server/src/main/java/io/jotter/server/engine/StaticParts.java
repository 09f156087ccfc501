package io.jotter.server.engine;

import io.jotter.wire.ClassFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What of a class the JVM does not change when it takes a new body for it: its static initialiser has run, its constants are
 * in those that use it, and its fields hold what they held, also where their type parameters name another class now. Such a
 * class is to be replaced by a new one.
 */
final class StaticParts {
    /** What JShell puts where something is missing: such a body says nothing about the class. */
    private static final String STAND_IN = "jdk/jshell/spi/SPIResolutionException";

    private final Map<String, Integer> known = new HashMap<>();

    void loaded(List<ClassFile> classes) {
        classes.forEach(each -> known.put(each.name(), digest(each.bytes())));
    }

    /** Whether one of them differs here from the class of its name. */
    boolean change(List<ClassFile> classes) {
        return classes.stream()
                .filter(each -> !new String(each.bytes(), StandardCharsets.ISO_8859_1).contains(STAND_IN))
                .anyMatch(each -> known.getOrDefault(each.name(), 0) != digest(each.bytes()));
    }

    private static int digest(byte[] bytes) {
        ClassWriter parts = new ClassWriter(0);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public FieldVisitor visitField(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    @Nullable Object value) {
                                return parts.visitField(access, name, descriptor, signature, value);
                            }

                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return name.equals("<clinit>")
                                        ? parts.visitMethod(access, name, descriptor, signature, exceptions)
                                        : null;
                            }
                        },
                        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return Arrays.hashCode(parts.toByteArray());
    }
}
