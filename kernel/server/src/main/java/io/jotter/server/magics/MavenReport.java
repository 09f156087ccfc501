package io.jotter.server.magics;

import java.util.List;
import java.util.stream.Collectors;

/** What the reader is told of libraries that came onto the class path, or could not. */
final class MavenReport {
    private MavenReport() {}

    /**
     * Sentences, a line each.
     *
     * @param anew whether the worker was started anew, so that other versions could take the place of those there
     */
    static String of(List<Coordinates> asked, MavenDependencies.Plan plan, boolean anew, boolean verbose) {
        String wanted = asked.stream().map(Coordinates::toString).collect(Collectors.joining(", "));
        int jars = plan.added().size() + (anew ? plan.replaced().size() : 0);
        StringBuilder report = new StringBuilder();
        if (jars > 0) {
            report.append("Added ").append(wanted).append(jars == 1 ? ": 1 jar\n" : ": " + jars + " jars\n");
        } else if (plan.replaced().isEmpty()) {
            report.append("Nothing to add: ").append(wanted).append(" is on the class path already\n");
        }
        if (verbose) {
            plan.added()
                    .forEach(jar -> report.append("  ")
                            .append(jar.coordinates())
                            .append("  ")
                            .append(jar.file())
                            .append('\n'));
        }
        plan.replaced().forEach(each -> report.append(anew ? replaced(each) : needed(each)));
        if (anew && plan.without().size() > plan.replaced().size()) {
            report.append("Left out, for they belong to those: ")
                    .append(plan.leftOut().stream()
                            .filter(entry -> plan.replaced().stream()
                                    .noneMatch(each -> each.entry().equals(entry)))
                            .map(entry -> String.valueOf(entry.getFileName()))
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        if (!anew && !plan.replaced().isEmpty()) {
            report.append(
                    "What is loaded cannot be unloaded. Run this line again with --restart at its end to start the"
                            + " worker anew with what it asks for, which loses the variables; or restart the kernel and run this"
                            + " line before the others.\n");
        }
        return report.toString();
    }

    private static String replaced(MavenDependencies.Replacement each) {
        return each.by().coordinates() + " takes the place of version " + each.version() + ".\n";
    }

    private static String needed(MavenDependencies.Replacement each) {
        return each.by().coordinates() + " is needed now, but version " + each.version() + " is already loaded.\n";
    }
}
