package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilePathTests {
    @TempDir
    Path directory;

    @Test
    void theCompilerSeesWhatTheWorkerHasAndNothingOfThisProcess() throws IOException {
        Path first = Files.createDirectory(directory.resolve("first"));
        Path second = Files.createDirectory(directory.resolve("second"));
        try (StandardJavaFileManager standard =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            CompilePath path = new CompilePath(standard, List.of(first), PackageIndex.NONE);
            assertThat(seen(path)).containsExactly(first);
            path.add(second);
            assertThat(seen(path)).containsExactly(first, second);
            assertThat(path.entries()).containsExactly(first, second);
            for (String option : List.of("-classpath", "--class-path", "-cp")) {
                var rest = List.of("the kernel's own.jar", "-next").iterator();
                assertThat(path.handleOption(option, rest)).isTrue();
                assertThat(rest.next())
                        .as("the option's value is taken with it")
                        .isEqualTo("-next");
            }
            assertThat(seen(path)).containsExactly(first, second);
        }
    }

    @Test
    void aPackageHasItsOwnClassesAndNotThoseBelowIt() throws Exception {
        Path jar = jar(Map.of("a/b/One.class", "1", "a/b/c/Two.class", "2", "a/b/read.me", "", "Root.class", "0"));

        assertThat(classes("a.b", jar)).containsExactly("a.b.One");
        assertThat(classes("", jar)).containsExactly("Root");
        assertThat(classes("a", jar)).isEmpty();
    }

    @Test
    void aClassIsReadFromItsJar() throws Exception {
        CompilePath path = path(jar(Map.of("a/One.class", "the bytes")));

        assertThat(text(list(path, "a").get(0))).isEqualTo("the bytes");
    }

    @Test
    void aJarForSeveralReleasesShowsTheClassOfTheOneThatRuns() throws Exception {
        CompilePath path = path(jar(Map.of(
                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n",
                "a/One.class", "for 8",
                "META-INF/versions/9/a/One.class", "for 9",
                "META-INF/versions/9/a/OnlyNew.class", "new")));

        assertThat(list(path, "a").stream().map(CompilePathTests::text)).containsExactlyInAnyOrder("for 9", "new");
    }

    @Test
    void aFolderAndAJarSharePackages() throws Exception {
        Path jar = jar(Map.of("a/One.class", "1"));
        Path folder = directory.resolve("classes");
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/Two.class"), "2");

        assertThat(classes("a", jar, folder)).containsExactly("a.One", "a.Two");
    }

    @Test
    void aJarThatTheIndexKnowsIsOpenedOnlyForAPackageOfIts() throws Exception {
        Path jar = jar(Map.of("a/One.class", "1", "b/Two.class", "2"));
        Path lost = directory.resolve("lost.jar");
        PackageIndex index = new PackageIndex(Map.of(jar, "a"::equals, lost, "c"::equals));
        var compiler = ToolProvider.getSystemJavaCompiler();
        CompilePath path =
                new CompilePath(compiler.getStandardFileManager(null, null, null), List.of(jar, lost), index);

        assertThat(list(path, "a")).hasSize(1);
        assertThat(list(path, "b")).as("not in the index").isEmpty();
        assertThat(seen(path)).containsExactly(jar, lost);
    }

    @Test
    void whatIsAddedLaterIsSeen() throws Exception {
        CompilePath path = path(jar(Map.of("a/One.class", "1")));
        path.add(jar(Map.of("a/Later.class", "2")));

        assertThat(list(path, "a")).hasSize(2);
    }

    @Test
    void aFileThatIsNoJarLeavesTheOthersAsTheyAre() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.jar"), "not a jar");

        assertThat(classes("a", broken, jar(Map.of("a/One.class", "1")))).containsExactly("a.One");
    }

    private List<String> classes(String packageName, Path... entries) throws IOException {
        CompilePath path = path(entries);
        List<String> names = new ArrayList<>();
        for (JavaFileObject each : list(path, packageName)) {
            names.add(path.inferBinaryName(StandardLocation.CLASS_PATH, each));
        }
        return names;
    }

    private static CompilePath path(Path... entries) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        return new CompilePath(
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8),
                List.of(entries),
                PackageIndex.NONE);
    }

    private static List<JavaFileObject> list(CompilePath path, String packageName) throws IOException {
        List<JavaFileObject> found = new ArrayList<>();
        path.list(StandardLocation.CLASS_PATH, packageName, EnumSet.of(JavaFileObject.Kind.CLASS), false)
                .forEach(found::add);
        return found;
    }

    private static String text(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path jar(Map<String, String> entries) throws IOException {
        Path jar = Files.createTempFile(directory, "some", ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            // the manifest is looked for at the head
            for (var each : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static List<Path> seen(CompilePath path) {
        return java.util.stream.StreamSupport.stream(
                        path.getLocationAsPaths(StandardLocation.CLASS_PATH).spliterator(), false)
                .map(Path.class::cast)
                .toList();
    }
}
