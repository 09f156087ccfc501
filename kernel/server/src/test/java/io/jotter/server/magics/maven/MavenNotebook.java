package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.Magics;
import io.jotter.server.magics.RecordingMagicContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A notebook, and a home of its own whose settings put a directory in the place of the ordinary repository. */
final class MavenNotebook implements AutoCloseable {
    final TestMavenRepository central;
    final Path home;
    final Path localRepository;
    RecordingMagicContext notebook;
    private Magics magics;
    private final Path directory;
    private final String homeBefore = System.getProperty("user.home");

    MavenNotebook(Path directory) throws IOException {
        this.directory = directory;
        central = new TestMavenRepository(directory.resolve("central"));
        home = directory.resolve("home");
        localRepository = home.resolve(".m2/repository");
        mirror(central.url(), "");
        System.setProperty("user.home", home.toString());
        magics = new Magics(Magics.builtIn());
        notebook = new RecordingMagicContext(directory);
    }

    /** Writes settings whose mirror is asked in place of the ordinary repository; they count from the next start on. */
    MavenNotebook mirror(String url, String moreSettings) throws IOException {
        return settings("<mirrors><mirror><id>house</id><mirrorOf>central</mirrorOf><url>" + url
                + "</url></mirror></mirrors>" + moreSettings);
    }

    MavenNotebook settings(String settings) throws IOException {
        write("settings.xml", "<settings>" + settings + "</settings>");
        return this;
    }

    /** Writes a file beside the settings. */
    void write(String name, String text) throws IOException {
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(home.resolve(".m2").resolve(name), text, StandardCharsets.UTF_8);
    }

    /** As after a restart of the kernel: nothing is on the class path, nothing was asked for. */
    MavenNotebook restart() {
        magics = new Magics(Magics.builtIn());
        notebook = new RecordingMagicContext(directory);
        return this;
    }

    /** As on another day: which versions there are is asked anew. */
    MavenNotebook anotherDay() throws IOException {
        try (Stream<Path> files = Files.walk(localRepository)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith("maven-metadata")
                        || file.getFileName().toString().equals("resolver-status.properties")) {
                    Files.delete(file);
                }
            }
        }
        return restart();
    }

    List<String> maven(String... arguments) throws MagicException {
        return ((MagicValue.Texts) run("maven", arguments)).texts();
    }

    MagicValue run(String name, String... arguments) throws MagicException {
        return magics.run(new MagicCall(name, List.of(arguments), null), notebook);
    }

    MagicValue cell(String name, String body, String... arguments) throws MagicException {
        return magics.run(new MagicCall(name, List.of(arguments), body), notebook);
    }

    List<String> jars() {
        return notebook.jarNames();
    }

    String printed() {
        return notebook.printed.toString();
    }

    @Override
    public void close() {
        System.setProperty("user.home", homeBefore);
        System.clearProperty("maven.repo.local");
    }
}
