package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Libraries a line each, as a Gradle build has them or as plain coordinates. */
final class GradleLines {
    private static final Pattern CONFIGURATION = Pattern.compile("[a-zA-Z]+\\s*[( ]\\s*(.*)");
    private static final Pattern PLATFORM = Pattern.compile("(?:enforcedP|p)latform\\s*\\(\\s*(.*)");
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']*)[\"'].*");
    private static final Pattern NAMED =
            Pattern.compile("(group|name|version|classifier|ext)\\s*[:=]\\s*[\"']([^\"']*)[\"']");
    private static final Pattern NOISE = Pattern.compile("|[{}]|dependencies\\s*\\{|//.*|#.*");

    private GradleLines() {}

    /**
     * Reads {@code implementation("group:artifact:version")} and its like, whatever the configuration, with
     * {@code platform(…)} for a BOM; {@code implementation group: 'g', name: 'a', version: 'v'}; and plain coordinates.
     *
     * @throws MagicException if a line is none of these; it is named
     */
    static AskedFor parse(String text) throws MagicException {
        List<Coordinates> found = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!NOISE.matcher(line).matches()) {
                found.add(coordinates(line));
            }
        }
        return AskedFor.libraries(found);
    }

    private static Coordinates coordinates(String line) throws MagicException {
        Matcher configuration = CONFIGURATION.matcher(line);
        if (!configuration.matches()) {
            Matcher alone = QUOTED.matcher(line);
            return Coordinates.parse(alone.matches() ? alone.group(1) : line.replaceFirst("\\s*//.*", ""));
        }
        String argument = configuration.group(1);
        Matcher platform = PLATFORM.matcher(argument);
        boolean isBom = platform.matches();
        if (isBom) {
            argument = platform.group(1);
        }
        Matcher quoted = QUOTED.matcher(argument);
        String written = quoted.matches() ? quoted.group(1) : named(argument, line);
        return Coordinates.parse(isBom ? written + "@pom" : written);
    }

    private static String named(String argument, String line) throws MagicException {
        String[] parts = {"", "", "", "", ""};
        Matcher part = NAMED.matcher(argument);
        while (part.find()) {
            parts[List.of("group", "name", "version", "classifier", "ext").indexOf(part.group(1))] = part.group(2);
        }
        if (parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new MagicException(
                    "Cannot read the line " + line
                            + ". Write group:artifact:version, or as Gradle has it implementation(\"group:artifact:version\").");
        }
        return parts[0] + ":" + parts[1]
                + (parts[2].isEmpty() ? "" : ":" + parts[2])
                + (parts[3].isEmpty() ? "" : ":" + parts[3])
                + (parts[4].isEmpty() ? "" : "@" + parts[4]);
    }
}
