package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Puts onto the class path what was asked for, and says what has changed. */
final class LibraryAddition {
    private static final int NAMED = 6;

    private LibraryAddition() {}

    /** The value is the list of the jars that are new on the class path. A failure leaves all as it was. */
    static MagicValue add(MavenDependencies dependencies, AskedFor wanted, boolean verbose, MagicContext context)
            throws MagicException {
        MavenDependencies.Plan plan = dependencies.plan(wanted, context);
        List<Path> files = plan.added().stream().map(MavenJar::file).toList();
        if (!files.isEmpty()) {
            context.addToClassPath(files);
        }
        dependencies.accept(plan);
        context.print(report(wanted, verbose, plan));
        return new MagicValue.Texts(files.stream().map(Path::toString).toList());
    }

    private static String report(AskedFor wanted, boolean verbose, MavenDependencies.Plan plan) {
        String names = wanted.libraries().size() > NAMED
                ? wanted.libraries().size() + " libraries"
                : wanted.libraries().stream()
                        .map(request -> request.coordinates().toString())
                        .collect(Collectors.joining(", "));
        int jars = plan.added().size();
        StringBuilder report = new StringBuilder();
        if (jars > 0) {
            report.append("Added ").append(names).append(jars == 1 ? ": 1 jar\n" : ": " + jars + " jars\n");
        } else if (wanted.libraries().isEmpty()) {
            report.append("Nothing to add yet: its repositories and versions count for later lines\n");
        } else if (plan.changed().isEmpty()) {
            report.append("Nothing to add: ").append(names).append(" is on the class path already\n");
        }
        if (verbose) {
            plan.added()
                    .forEach(jar -> report.append("  ")
                            .append(jar.coordinates())
                            .append("  ")
                            .append(jar.file())
                            .append('\n'));
        }
        plan.departures().forEach(sentence -> report.append(sentence).append(".\n"));
        if (!plan.departures().isEmpty()) {
            report.append("%deps lock writes it down.\n");
        }
        plan.changed().forEach(sentence -> report.append(sentence).append(".\n"));
        if (!plan.changed().isEmpty()) {
            report.append(
                    "What is loaded cannot be unloaded: restart the kernel and run this line before the others.\n");
        }
        return report.toString();
    }
}
