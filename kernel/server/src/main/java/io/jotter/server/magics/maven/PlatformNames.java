package io.jotter.server.magics.maven;

import java.util.Locale;
import java.util.Map;

/**
 * This machine's names in coordinates of native libraries: {@code os.detected.name}, {@code os.detected.arch} and
 * {@code os.detected.classifier}, as the extension os-maven-plugin has them.
 */
final class PlatformNames {
    private PlatformNames() {}

    static Map<String, String> here() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** Takes the JDK's {@code os.name} and {@code os.arch}. */
    static Map<String, String> of(String osName, String osArch) {
        String name = name(osName.toLowerCase(Locale.ROOT));
        String arch = arch(osArch.toLowerCase(Locale.ROOT));
        return Map.of("os.detected.name", name, "os.detected.arch", arch, "os.detected.classifier", name + "-" + arch);
    }

    /** Puts the names in the place of {@code ${os.detected.classifier}} and its like; other properties stay. */
    static String filledIn(String text) {
        String filled = text;
        if (text.contains("${os.detected.")) {
            for (Map.Entry<String, String> name : here().entrySet()) {
                filled = filled.replace("${" + name.getKey() + "}", name.getValue());
            }
        }
        return filled;
    }

    private static String name(String os) {
        if (os.startsWith("windows")) {
            return "windows";
        } else if (os.startsWith("mac") || os.startsWith("darwin")) {
            return "osx";
        }
        return os.isEmpty() ? "unknown" : os;
    }

    private static String arch(String arch) {
        return switch (arch) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "x86", "i386", "i486", "i586", "i686" -> "x86_32";
            case "aarch64", "arm64" -> "aarch_64";
            case "" -> "unknown";
            default -> arch;
        };
    }
}
