package io.jotter.server.magics.maven;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Maven repository in a directory, of jars that hold nothing. */
public final class TestMavenRepository {
    private final Path root;

    TestMavenRepository(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    String url() {
        return root.toUri().toString();
    }

    /** Each of them {@code group:artifact:version}, or with a scope behind a fourth colon. */
    TestMavenRepository with(String library, String... needs) throws IOException {
        Path directory = pom(library, "jar", dependencies(needs));
        String[] parts = library.split(":", -1);
        writeJar(directory.resolve(parts[1] + "-" + parts[2] + ".jar"));
        return metadata(directory.resolve(".."), parts[0], parts[1]);
    }

    TestMavenRepository withBom(String bom, String... manages) throws IOException {
        pom(bom, "pom", "<dependencyManagement>" + dependencies(manages) + "</dependencyManagement>");
        return this;
    }

    TestMavenRepository withClassifier(String library, String classifier) throws IOException {
        String[] parts = library.split(":", -1);
        writeJar(directory(library).resolve(parts[1] + "-" + parts[2] + "-" + classifier + ".jar"));
        return this;
    }

    /** Says a checksum of the jar that is not its own. */
    TestMavenRepository damaged(String library) throws IOException {
        Files.writeString(Path.of(file(library, ".jar") + ".sha1"), "0".repeat(40), StandardCharsets.UTF_8);
        return this;
    }

    /** A library whose POM has this packaging and whose body is this. */
    TestMavenRepository withPom(String library, String packaging, String body) throws IOException {
        pom(library, packaging, body);
        writeJar(file(library, ".jar"));
        String[] parts = library.split(":", -1);
        return metadata(directory(library).resolve(".."), parts[0], parts[1]);
    }

    /** A build of a snapshot, as a repository keeps it: under its time, which the metadata of its version say. */
    TestMavenRepository withSnapshot(String library, String time, int build) throws IOException {
        String[] parts = library.split(":", -1);
        String version = parts[2].replace("-SNAPSHOT", "-" + time + "-" + build);
        Path directory = pom(library, "jar", "");
        Files.move(
                file(library, ".pom"),
                directory.resolve(parts[1] + "-" + version + ".pom"),
                StandardCopyOption.REPLACE_EXISTING);
        writeJar(directory.resolve(parts[1] + "-" + version + ".jar"));
        String updated = time.replace(".", "");
        Files.writeString(
                directory.resolve("maven-metadata.xml"),
                "<metadata modelVersion=\"1.1.0\"><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1]
                        + "</artifactId><version>" + parts[2] + "</version><versioning><snapshot><timestamp>" + time
                        + "</timestamp><buildNumber>" + build + "</buildNumber></snapshot><lastUpdated>" + updated
                        + "</lastUpdated><snapshotVersions>"
                        + Stream.of("pom", "jar")
                                .map(extension -> "<snapshotVersion><extension>" + extension + "</extension><value>"
                                        + version + "</value><updated>" + updated + "</updated></snapshotVersion>")
                                .collect(Collectors.joining())
                        + "</snapshotVersions></versioning></metadata>",
                StandardCharsets.UTF_8);
        return this;
    }

    /** Where the file of a library lies. */
    Path file(String library, String end) {
        String[] parts = library.split(":", -1);
        return directory(library).resolve(parts[1] + "-" + parts[2] + end);
    }

    Path root() {
        return root;
    }

    public static Path writeJar(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("empty.txt"));
            zip.closeEntry();
        }
        return file;
    }

    private Path directory(String library) {
        String[] parts = library.split(":", -1);
        return root.resolve(parts[0].replace('.', '/')).resolve(parts[1]).resolve(parts[2]);
    }

    private Path pom(String library, String packaging, String body) throws IOException {
        String[] parts = library.split(":", -1);
        Path directory = Files.createDirectories(directory(library));
        Files.writeString(
                directory.resolve(parts[1] + "-" + parts[2] + ".pom"),
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>"
                        + "<groupId>" + parts[0] + "</groupId><artifactId>" + parts[1] + "</artifactId><version>"
                        + parts[2] + "</version><packaging>" + packaging + "</packaging>" + body + "</project>",
                StandardCharsets.UTF_8);
        return directory;
    }

    private static String dependencies(String... needs) {
        return Stream.of(needs)
                .map(need -> need.split(":", -1))
                .map(parts -> "<dependency><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1]
                        + "</artifactId><version>" + parts[2] + "</version>"
                        + (parts.length > 3 ? "<scope>" + parts[3] + "</scope>" : "") + "</dependency>")
                .collect(Collectors.joining("", "<dependencies>", "</dependencies>"));
    }

    private TestMavenRepository metadata(Path artifact, String group, String name) throws IOException {
        try (Stream<Path> versions = Files.list(artifact)) {
            List<String> names = versions.filter(Files::isDirectory)
                    .map(version -> version.getFileName().toString())
                    .sorted()
                    .toList();
            Files.writeString(
                    artifact.resolve("maven-metadata.xml"),
                    "<metadata><groupId>" + group + "</groupId><artifactId>" + name
                            + "</artifactId><versioning><release>" + names.get(names.size() - 1)
                            + "</release><versions>"
                            + names.stream()
                                    .map(version -> "<version>" + version + "</version>")
                                    .collect(Collectors.joining())
                            + "</versions></versioning></metadata>",
                    StandardCharsets.UTF_8);
        }
        return this;
    }
}
