package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts onto the class path what was asked for, and says what has changed. */
final class LibraryAddition {
    private static final int NAMED = 6;

    private LibraryAddition() {}

    /**
     * The value is the list of the jars that are new on the class path. A failure leaves all as it was.
     *
     * @param restart whether the worker may be started anew for another version of what is loaded, though that loses the
     *     variables; where there are none it is so anyway
     */
    static MagicValue add(
            MavenDependencies dependencies, AskedFor wanted, boolean verbose, boolean restart, MagicContext context)
            throws MagicException {
        MavenDependencies.Plan plan = dependencies.plan(wanted, context);
        Set<Path> without = plan.without();
        boolean anew = !without.isEmpty() && (restart || context.hasNoState());
        List<MavenJar> jars = anew ? plan.all() : plan.added();
        List<Path> files = jars.stream().map(MavenJar::file).toList();
        if (anew) {
            context.changeClassPath(without, files);
        } else if (!files.isEmpty()) {
            context.addToClassPath(files);
        }
        dependencies.accept(plan);
        context.print(report(wanted, verbose, plan, jars, anew));
        return new MagicValue.Texts(files.stream().map(Path::toString).toList());
    }

    private static String report(
            AskedFor wanted, boolean verbose, MavenDependencies.Plan plan, List<MavenJar> added, boolean anew) {
        String names = wanted.libraries().size() > NAMED
                ? wanted.libraries().size() + " libraries"
                : wanted.libraries().stream()
                        .map(request -> request.coordinates().toString())
                        .collect(Collectors.joining(", "));
        int jars = added.size();
        StringBuilder report = new StringBuilder();
        if (jars > 0) {
            report.append("Added ").append(names).append(jars == 1 ? ": 1 jar\n" : ": " + jars + " jars\n");
        } else if (wanted.libraries().isEmpty()) {
            report.append("Nothing to add yet: its repositories and versions count for later lines\n");
        } else if (plan.replaced().isEmpty()) {
            report.append("Nothing to add: ").append(names).append(" is on the class path already\n");
        }
        if (verbose) {
            added.forEach(jar -> report.append("  ")
                    .append(jar.coordinates())
                    .append("  ")
                    .append(jar.file())
                    .append('\n'));
        }
        plan.departures().forEach(sentence -> report.append(sentence).append(".\n"));
        if (!plan.departures().isEmpty()) {
            report.append("%deps lock writes it down.\n");
        }
        report.append(anew ? replaced(plan) : needed(plan));
        return report.toString();
    }

    private static String replaced(MavenDependencies.Plan plan) {
        StringBuilder report = new StringBuilder();
        Set<Path> besides = plan.without();
        for (MavenDependencies.Replacement each : plan.replaced()) {
            besides.remove(each.entry());
            report.append(each.by().coordinates())
                    .append(" takes the place of version ")
                    .append(each.version())
                    .append(".\n");
        }
        if (!besides.isEmpty()) {
            report.append("Left out, for they belong to those: ")
                    .append(besides.stream()
                            .map(entry -> String.valueOf(entry.getFileName()))
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        return report.toString();
    }

    private static String needed(MavenDependencies.Plan plan) {
        if (plan.replaced().isEmpty()) {
            return "";
        }
        return plan.replaced().stream()
                        .map(each -> each.by().coordinates() + " is needed now, but version " + each.version()
                                + " is already loaded.\n")
                        .collect(Collectors.joining())
                + "What is loaded cannot be unloaded. Write %maven --restart to start the worker anew with what this"
                + " notebook asks for, which loses the variables; or restart the kernel and run this line before the"
                + " others.\n";
    }
}
