package io.jotter.server.magics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code %maven group:artifact:version}: libraries and what they need, onto the class path. */
final class MavenMagic implements Magic {
    private final MavenDependencies dependencies;

    MavenMagic(MavenDependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public List<String> names() {
        return List.of("maven", "addMavenDependency", "addMavenDependencies");
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
        return "%maven group:artifact:version... [--from repository]... [-v]: adds libraries and what they need";
    }

    private record Request(List<Coordinates> wanted, List<MavenRepository> from, boolean verbose) {}

    @Override
    public String help() {
        return "Example:\n%maven org.apache.commons:commons-lang3:3.17.0";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        Request request = read(call, context.workingDirectory());
        MavenDependencies.Plan plan =
                dependencies.plan(request.wanted(), request.from(), context.classPath(), context::print);
        List<Path> files = plan.added().stream().map(MavenJar::file).toList();
        if (!files.isEmpty()) {
            context.addToClassPath(files);
        }
        dependencies.accept(plan);
        context.print(report(request, plan));
        return new MagicValue.Texts(files.stream().map(Path::toString).toList());
    }

    private Request read(MagicCall call, Path workingDirectory) throws MagicException {
        List<Coordinates> wanted = new ArrayList<>();
        Set<MavenRepository> from = new LinkedHashSet<>();
        boolean verbose = false;
        List<String> arguments = call.arguments();
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (argument.equals("-v") || argument.equals("--verbose")) {
                verbose = true;
            } else if (argument.startsWith("--from=")) {
                from.add(repository(argument.substring("--from=".length()), workingDirectory));
            } else if (argument.equals("--from")) {
                index++;
                if (index == arguments.size()) {
                    throw new MagicException("--from needs a repository after it. Usage: " + usage());
                }
                from.add(repository(arguments.get(index), workingDirectory));
            } else if (argument.startsWith("-")) {
                throw new MagicException(call.shownName() + " has no option " + argument + ". Usage: " + usage());
            } else {
                wanted.add(Coordinates.parse(argument));
            }
        }
        if (wanted.isEmpty()) {
            throw new MagicException(call.shownName() + " needs the coordinates of a library. Usage: " + usage());
        }
        return new Request(List.copyOf(wanted), List.copyOf(from), verbose);
    }

    private MavenRepository repository(String location, Path workingDirectory) throws MagicException {
        var named = dependencies.repository(location);
        return named.isPresent() ? named.get() : MavenRepository.parse(location, workingDirectory);
    }

    private static String report(Request request, MavenDependencies.Plan plan) {
        String wanted = request.wanted().stream().map(Coordinates::toString).collect(Collectors.joining(", "));
        int jars = plan.added().size();
        StringBuilder report = new StringBuilder();
        if (jars > 0) {
            report.append("Added ").append(wanted).append(jars == 1 ? ": 1 jar\n" : ": " + jars + " jars\n");
        } else if (plan.changed().isEmpty()) {
            report.append("Nothing to add: ").append(wanted).append(" is on the class path already\n");
        }
        if (request.verbose()) {
            plan.added()
                    .forEach(jar -> report.append("  ")
                            .append(jar.coordinates())
                            .append("  ")
                            .append(jar.file())
                            .append('\n'));
        }
        plan.changed().forEach(sentence -> report.append(sentence).append(".\n"));
        if (!plan.changed().isEmpty()) {
            report.append(
                    "What is loaded cannot be unloaded: restart the kernel and run this line before the others.\n");
        }
        return report.toString();
    }
}
