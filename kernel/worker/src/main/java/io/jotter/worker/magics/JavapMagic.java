package io.jotter.worker.magics;

import io.jotter.api.Notebook;
import io.jotter.worker.Agent;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;

/** {@code %javap}: what a class consists of, by the JDK's disassembler. */
final class JavapMagic implements WorkerMagic {
    /** Where the notebook's own scope leaves the class that a name means in it. */
    private static final String FOUND = "jotter.javap";

    @Override
    public String name() {
        return "javap";
    }

    @Override
    public @Nullable Object run(List<String> arguments, @Nullable String body) throws Exception {
        List<String> options =
                arguments.stream().filter(each -> each.startsWith("-")).toList();
        List<String> names =
                arguments.stream().filter(each -> !each.startsWith("-")).toList();
        if (names.size() != 1) {
            throw new WrongUseException("%javap needs one class: %javap [-c] [-p] [-v] Class");
        }
        System.out.print(disassembled(meant(names.get(0)), options));
        return null;
    }

    private static Class<?> meant(String name) {
        if (!name.matches("[\\p{L}_$][\\p{L}\\p{N}_$.]*")) {
            throw new WrongUseException(name + " is no name of a class.");
        }
        try {
            // a block, so that nothing becomes a result that would take the place of another
            Notebook.eval("{ System.getProperties().put(\"" + FOUND + "\", " + name + ".class); }");
        } catch (IllegalStateException unknown) {
            throw new WrongUseException("There is no class " + name + " in this notebook or on its class path.");
        }
        return (Class<?>)
                java.util.Objects.requireNonNull(System.getProperties().remove(FOUND));
    }

    private static String disassembled(Class<?> type, List<String> options) throws Exception {
        ToolProvider javap = ToolProvider.findFirst("javap")
                .orElseThrow(() -> new WrongUseException("This JDK has no javap: the module jdk.jdeps is missing."));
        Path folder = Files.createTempDirectory("jotter-javap");
        // javap looks for a class file by the last part of its name
        String binary = type.getName().substring(type.getName().lastIndexOf('.') + 1);
        Path file = folder.resolve(binary + ".class");
        try {
            Files.write(file, bytes(type));
            List<String> all = new ArrayList<>(options);
            all.add(file.toString());
            StringWriter said = new StringWriter();
            try (PrintWriter writer = new PrintWriter(said)) {
                int code = javap.run(writer, writer, all.toArray(String[]::new));
                if (code != 0) {
                    writer.flush();
                    throw new WrongUseException(said.toString().strip());
                }
            }
            return inCellsWords(said.toString());
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** Without the file, which is gone, and without what JShell wraps around a cell's classes. */
    private static String inCellsWords(String said) {
        return said.replaceFirst("\\AClassfile .*\\R(?: {2}.*\\R)*", "").replaceAll("REPL[./]\\$JShell\\$\\w+\\$", "");
    }

    private static byte[] bytes(Class<?> type) throws Exception {
        String path = type.getName().replace('.', '/');
        ClassLoader loader = type.getClassLoader();
        try (InputStream file = loader == null
                ? ClassLoader.getSystemResourceAsStream(path + ".class")
                : loader.getResourceAsStream(path + ".class")) {
            if (file != null) {
                return file.readAllBytes();
            }
        } catch (IOException unreadable) {
            // the JVM has it all the same
            return ofJvm(type, path);
        }
        return ofJvm(type, path);
    }

    /** A cell's class has no file: the JVM is asked for what it has loaded. */
    private static byte[] ofJvm(Class<?> type, String path) throws Exception {
        AtomicReference<byte[]> seen = new AtomicReference<>();
        ClassFileTransformer look = new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    ClassLoader in, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
                if (path.equals(name)) {
                    seen.set(bytes);
                }
                return null;
            }
        };
        Instrumentation jvm = Agent.instrumentation();
        jvm.addTransformer(look, true);
        try {
            jvm.retransformClasses(type);
        } finally {
            jvm.removeTransformer(look);
        }
        byte[] bytes = seen.get();
        if (bytes == null) {
            throw new WrongUseException("The JVM does not give the bytecode of " + type.getName() + ".");
        }
        return bytes;
    }
}
