package io.jotter.server.magics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        return "%maven group:artifact:version... [--from repository]... [-v] [--restart]: adds libraries and what they need";
    }

    private record Request(List<Coordinates> wanted, List<MavenRepository> from, boolean verbose, boolean restart) {}

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        Request request = read(call, context.workingDirectory());
        MavenDependencies.Plan plan = dependencies.plan(
                request.wanted(), request.from(), context.classPath(), context.preloaded(), context::print);
        Set<Path> without = plan.without();
        boolean anew = !without.isEmpty() && (request.restart() || context.hasNoState());
        List<Path> files =
                anew ? plan.all() : plan.added().stream().map(MavenJar::file).toList();
        if (anew) {
            context.changeClassPath(without, files);
        } else if (!files.isEmpty()) {
            context.addToClassPath(files);
        }
        dependencies.accept(plan);
        context.print(MavenReport.of(request.wanted(), plan, anew, request.verbose()));
        return new MagicValue.Texts(files.stream().map(Path::toString).toList());
    }

    private Request read(MagicCall call, Path workingDirectory) throws MagicException {
        List<Coordinates> wanted = new ArrayList<>();
        Set<MavenRepository> from = new LinkedHashSet<>();
        boolean verbose = false;
        boolean restart = false;
        List<String> arguments = call.arguments();
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (argument.equals("-v") || argument.equals("--verbose")) {
                verbose = true;
            } else if (argument.equals("--restart")) {
                restart = true;
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
        return new Request(List.copyOf(wanted), List.copyOf(from), verbose, restart);
    }

    private MavenRepository repository(String location, Path workingDirectory) throws MagicException {
        var named = dependencies.repository(location);
        return named.isPresent() ? named.get() : MavenRepository.parse(location, workingDirectory);
    }
}
