package io.jotter.server.magics;

import java.util.List;
import java.util.stream.Collectors;

/** {@code %jdk}: on which Java this notebook runs, and which others there are. */
final class JdkMagic implements Magic {
    @Override
    public List<String> names() {
        return List.of("jdk");
    }

    @Override
    public Side side() {
        return Side.FRONT;
    }

    @Override
    public MagicKind kind() {
        return MagicKind.LINE;
    }

    @Override
    public String usage() {
        return "%jdk: the Java that runs here, those found on this machine, and how to use another";
    }

    @Override
    public String help() {
        return """
                A running kernel stays on its JDK: compiler and worker are of one. Another JDK gets a kernelspec of its own, which the
                notebook then chooses.

                Example:
                %jdk""";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        String running = "Java " + Runtime.version() + " runs here, from " + System.getProperty("java.home") + ".";
        List<InstalledJdk> others =
                InstalledJdk.all().stream().filter(jdk -> !jdk.isRunning()).toList();
        if (call.arguments().isEmpty()) {
            return new MagicValue.Text(running + "\n"
                    + (others.isEmpty()
                            ? "No other JDK was found."
                            : "Others that were found:\n"
                                    + others.stream()
                                            .map(jdk -> "  " + jdk.inWords())
                                            .collect(Collectors.joining("\n"))
                                    + "\nTo use one: " + install(others.get(0)) + ", then choose that kernel."));
        }
        String wanted = call.arguments().get(0);
        if (wanted.equals(String.valueOf(Runtime.version().feature()))) {
            return new MagicValue.Text(running);
        }
        throw new MagicException(running + " It cannot become another while it runs. "
                + others.stream()
                        .filter(jdk -> wanted.equals(String.valueOf(jdk.feature())))
                        .findFirst()
                        .map(jdk -> "In a terminal: " + install(jdk) + ", then choose the kernel Java " + wanted
                                + " for this notebook.")
                        .orElse("No JDK " + wanted
                                + " was found: install one, then, in a terminal: jotter install --name jotter-" + wanted
                                + " --java-home DIR"));
    }

    private static String install(InstalledJdk jdk) {
        return "jotter install --name jotter-" + jdk.feature() + " --java-home \"" + jdk.home() + "\"";
    }
}
