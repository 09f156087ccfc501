package io.jotter.server.magics.maven;

import io.jotter.server.magics.Magic;
import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicKind;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code %maven group:artifact:version}: libraries and what they need, onto the class path. {@code %%maven} takes what people
 * copy from a library's page.
 */
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
        return MagicKind.BOTH;
    }

    @Override
    public String usage() {
        return "%maven group:artifact:version... [--from repository]... [-v] [--restart]: adds libraries and what they need; %%maven takes"
                + " a line for each, as Gradle has them too, or a pasted <dependency>";
    }

    /** From what was fetched once; asks no repository, and loads nothing of Maven's. */
    @Override
    public List<String> completions(String argument, MagicContext context) {
        return LocalRepository.ordinary().completions(argument);
    }

    private record Request(AskedFor wanted, boolean verbose, boolean restart) {}

    @Override
    public String help() {
        return "--from asks a repository first, by its URL or the name that %mavenRepo gave it; -v names each jar. What the"
                + " notebook names wins over what is preloaded; --restart allows that to cost the variables.\n\nExample:\n"
                + "%maven org.apache.commons:commons-lang3:3.17.0";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        Request request = read(call, context);
        return LibraryAddition.add(dependencies, request.wanted(), request.verbose(), request.restart(), context);
    }

    private Request read(MagicCall call, MagicContext context) throws MagicException {
        Path workingDirectory = context.workingDirectory();
        List<Coordinates> wanted = new ArrayList<>();
        List<MavenRepository> from = new ArrayList<>();
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
        // also asked for the notebook's later ones, since they are resolved with these
        AskedFor all = AskedFor.libraries(wanted).and(new AskedFor(List.of(), List.of(), from));
        String body = call.body();
        if (body != null) {
            all = all.and(
                    body.strip().startsWith("<")
                            ? PomFile.read(body, "%%" + call.name(), LoadFromPomMagic.SCOPES, dependencies, context)
                            : GradleLines.parse(body));
        }
        if (all.libraries().isEmpty() && !restart) {
            throw new MagicException(call.shownName() + " needs the coordinates of a library. Usage: " + usage());
        }
        return new Request(all, verbose, restart);
    }

    private MavenRepository repository(String location, Path workingDirectory) throws MagicException {
        var named = dependencies.repository(location);
        return named.isPresent() ? named.get() : MavenRepository.parse(location, workingDirectory);
    }
}
