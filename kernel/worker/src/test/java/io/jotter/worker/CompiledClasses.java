package io.jotter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Java compiled by a test. */
record CompiledClasses(Path directory) {
    /** Compiles classes of the default package against a class path. */
    static CompiledClasses of(Path directory, List<Path> classPath, Map<String, String> sources) throws IOException {
        Path out = Files.createTempDirectory(directory, "classes");
        List<Path> files = new ArrayList<>();
        for (var source : sources.entrySet()) {
            files.add(Files.writeString(out.resolve(source.getKey() + ".java"), source.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            boolean done = compiler.getTask(
                            null,
                            manager,
                            null,
                            List.of("-proc:none"),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(done).as("compiled").isTrue();
        }
        return new CompiledClasses(out);
    }

    byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(directory.resolve(name + ".class"));
    }

    /** A jar of the classes, with more files in it. */
    Path jar(String name, Map<String, String> files) throws IOException {
        Path jar = directory.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> classes = Files.list(directory)) {
            for (Path each :
                    classes.filter(file -> file.toString().endsWith(".class")).toList()) {
                out.putNextEntry(new JarEntry(each.getFileName().toString()));
                Files.copy(each, out);
            }
            for (var file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
