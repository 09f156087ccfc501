package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a notebook asks a Maven repository for.
 *
 * @param packaging Maven's type, {@code jar} if none was written
 * @param classifier empty if none was written
 * @param version a version, a range, {@code RELEASE} or {@code LATEST}; null if a BOM is to say
 */
public record Coordinates(
        String group,
        String artifact,
        String packaging,
        String classifier,
        @Nullable String version) {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.+-]+|[\\[(][^\\s:]*[\\])]");

    /**
     * Reads {@code group:artifact[[:packaging[:classifier]]:version]}, as Gradle and JBang have it
     * {@code group:artifact:version[:classifier][@packaging]}, or Ivy's {@code group#artifact;version}. With three parts the
     * third is the version; a version begins with a digit, a packaging does not. {@code ${os.detected.classifier}} stands
     * for this machine's.
     *
     * @throws MagicException if it is none of these
     */
    public static Coordinates parse(String text) throws MagicException {
        String written = PlatformNames.filledIn(text);
        if (written.indexOf('#') >= 0) {
            return parseIvy(written);
        }
        int at = written.indexOf('@');
        List<String> parts = List.of((at < 0 ? written : written.substring(0, at)).split(":", -1));
        boolean versionFirst = parts.size() == 4 && beginsWithDigit(parts.get(2)) && !beginsWithDigit(parts.get(3));
        if (at >= 0 || versionFirst) {
            if (parts.size() < 3 || parts.size() > 4) {
                throw unreadable(written);
            }
            String packaging = at < 0 ? "jar" : written.substring(at + 1);
            String classifier = parts.size() == 4 ? parts.get(3) : "";
            return checked(written, parts.get(0), parts.get(1), packaging, classifier, parts.get(2));
        }
        return switch (parts.size()) {
            case 2 -> checked(written, parts.get(0), parts.get(1), "jar", "", null);
            case 3 -> checked(written, parts.get(0), parts.get(1), "jar", "", parts.get(2));
            case 4 -> checked(written, parts.get(0), parts.get(1), parts.get(2), "", parts.get(3));
            case 5 -> checked(written, parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
            default -> throw unreadable(written);
        };
    }

    private static boolean beginsWithDigit(String part) {
        return !part.isEmpty() && Character.isDigit(part.charAt(0));
    }

    private static Coordinates parseIvy(String written) throws MagicException {
        int hash = written.indexOf('#');
        int semicolon = written.indexOf(';', hash);
        if (semicolon < 0) {
            throw unreadable(written);
        }
        String revision = written.substring(semicolon + 1);
        String version = switch (revision) {
            case "latest.release" -> "RELEASE";
            case "latest.integration" -> "LATEST";
            // Ivy's 1.2.+ is [1.2.*] to Maven.
            default -> revision.endsWith(".+") ? "[" + revision.substring(0, revision.length() - 1) + "*]" : revision;
        };
        return checked(written, written.substring(0, hash), written.substring(hash + 1, semicolon), "jar", "", version);
    }

    private static Coordinates checked(
            String written,
            String group,
            String artifact,
            String packaging,
            String classifier,
            @Nullable String version)
            throws MagicException {
        boolean readable = PART.matcher(group).matches()
                && PART.matcher(artifact).matches()
                && PART.matcher(packaging).matches()
                && (classifier.isEmpty() || PART.matcher(classifier).matches())
                && (version == null || VERSION.matcher(version).matches());
        if (!readable) {
            throw unreadable(written);
        }
        return new Coordinates(group, artifact, packaging, classifier, version);
    }

    private static MagicException unreadable(String written) {
        return new MagicException(
                "Cannot read the coordinates " + written
                        + ". Write group:artifact:version, group:artifact:packaging:classifier:version or group#artifact;version.");
    }

    /** Whether both name the same library, of whatever version. */
    boolean sameLibrary(Coordinates other) {
        return group.equals(other.group)
                && artifact.equals(other.artifact)
                && packaging.equals(other.packaging)
                && classifier.equals(other.classifier);
    }

    /** Whether another day may bring another version. */
    boolean leavesVersionOpen() {
        return version == null
                || version.startsWith("[")
                || version.startsWith("(")
                || version.endsWith("-SNAPSHOT")
                || version.equals("RELEASE")
                || version.equals("LATEST");
    }

    Coordinates withVersion(@Nullable String newVersion) {
        return new Coordinates(group, artifact, packaging, classifier, newVersion);
    }

    /** As Maven writes it, {@code jar} left out. */
    @Override
    public String toString() {
        return group + ":" + artifact
                + (packaging.equals("jar") && classifier.isEmpty() ? "" : ":" + packaging)
                + (classifier.isEmpty() ? "" : ":" + classifier)
                + (version == null ? "" : ":" + version);
    }
}
