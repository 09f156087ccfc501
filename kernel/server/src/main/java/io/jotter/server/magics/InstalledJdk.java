package io.jotter.server.magics;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK of this machine, by its file {@code release}.
 *
 * @param version as it names itself, for example {@code 21.0.4}
 */
record InstalledJdk(Path home, String version, String vendor) {
    /** Where installers put theirs; below each, in a folder or in its {@code Contents/Home}. */
    private static final List<String> PLACES = List.of(
            "/usr/lib/jvm",
            "/usr/lib64/jvm",
            "/usr/java",
            "/opt/java",
            "/Library/Java/JavaVirtualMachines",
            "~/Library/Java/JavaVirtualMachines",
            "~/.sdkman/candidates/java",
            "~/.jdks",
            "C:\\Program Files\\Eclipse Adoptium",
            "C:\\Program Files\\Java");

    /** All with a compiler, the newest first; each once, by whatever link. */
    static List<InstalledJdk> all() {
        List<InstalledJdk> found = new ArrayList<>();
        for (String place : PLACES) {
            below(Path.of(place.replaceFirst(
                            "^~", System.getProperty("user.home").replace("\\", "\\\\"))))
                    .filter(jdk ->
                            found.stream().noneMatch(known -> known.home().equals(jdk.home())))
                    .forEach(found::add);
        }
        found.sort(Comparator.comparingInt(InstalledJdk::feature).reversed().thenComparing(InstalledJdk::home));
        return found;
    }

    private static Stream<InstalledJdk> below(Path folder) {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes
                    .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")))
                    .flatMap(home -> at(home).stream())
                    .toList()
                    .stream();
        } catch (IOException notThere) {
            return Stream.empty();
        }
    }

    private static Optional<InstalledJdk> at(Path home) {
        try (Reader release = Files.newBufferedReader(home.resolve("release"))) {
            Properties properties = new Properties();
            properties.load(release);
            if (!Files.exists(home.resolve("jmods"))
                    && !Files.exists(home.resolve("bin/javac"))
                    && !Files.exists(home.resolve("bin/javac.exe"))) {
                return Optional.empty();
            }
            return Optional.of(new InstalledJdk(
                    home.toRealPath(),
                    unquoted(properties.getProperty("JAVA_VERSION", "unknown")),
                    unquoted(properties.getProperty("IMPLEMENTOR", "unknown vendor"))));
        } catch (IOException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String unquoted(String value) {
        return value.replace("\"", "");
    }

    /** 8 for 1.8.0, 21 for 21.0.4, 0 where it cannot be told. */
    int feature() {
        String numbers = version.startsWith("1.") ? version.substring(2) : version;
        String first = numbers.split("\\D", 2)[0];
        return first.isEmpty() ? 0 : Integer.parseInt(first);
    }

    boolean isRunning() {
        try {
            return home.equals(Path.of(System.getProperty("java.home")).toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    String inWords() {
        return "Java " + version + " (" + vendor + ") at " + home;
    }
}
