package io.jotter.server.magics.maven;

import io.jotter.server.magics.Magic;
import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicKind;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.Side;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code %loadFromPOM pom.xml} and {@code %%loadFromPOM} with a pasted POM: what it depends on, onto the class path. */
final class LoadFromPomMagic implements Magic {
    /** Of dependencies that are taken when none is named. */
    static final Set<String> SCOPES = Set.of("compile", "runtime", "system");

    private static final Set<String> ALL_SCOPES = Set.of("compile", "runtime", "system", "provided", "test", "import");

    private final MavenDependencies dependencies;

    LoadFromPomMagic(MavenDependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public List<String> names() {
        return List.of("loadFromPOM");
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
        return "%loadFromPOM pom.xml [scope]..., or %%loadFromPOM [scope]... with a <project> or pieces of one: adds what"
                + " a POM depends on (scopes compile, runtime and system)";
    }

    @Override
    public String help() {
        return """
                Its parents, properties, profiles and imported BOMs count as in a build.

                Example:
                %%loadFromPOM
                <dependency>
                  <groupId>org.apache.commons</groupId>
                  <artifactId>commons-lang3</artifactId>
                  <version>3.17.0</version>
                </dependency>""";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        String body = call.body();
        List<String> arguments = call.arguments();
        if (body == null && arguments.isEmpty()) {
            throw new MagicException(call.shownName() + " needs the path of a POM. Usage: " + usage());
        }
        Set<String> scopes = scopes(body != null ? arguments : arguments.subList(1, arguments.size()));
        AskedFor asked = body != null
                ? PomFile.read(body, "The POM", scopes, dependencies, context)
                : PomFile.read(file(arguments.get(0), context.workingDirectory()), scopes, dependencies, context);
        if (asked.equals(AskedFor.NOTHING)) {
            throw new MagicException("The POM depends on nothing in the scopes "
                    + String.join(", ", scopes.stream().sorted().toList())
                    + ". Name others behind " + call.shownName() + " if they are meant: test, provided.");
        }
        return LibraryAddition.add(dependencies, asked, false, false, context);
    }

    private static Path file(String written, Path workingDirectory) throws MagicException {
        try {
            Path named = workingDirectory.resolve(written).normalize();
            Path pom = Files.isDirectory(named) ? named.resolve("pom.xml") : named;
            if (Files.isRegularFile(pom)) {
                return pom;
            }
            throw new MagicException(
                    "There is no POM " + written + ". Relative paths start at " + workingDirectory + ".");
        } catch (InvalidPathException e) {
            throw new MagicException("There is no POM " + written + ".", e);
        }
    }

    private static Set<String> scopes(List<String> named) throws MagicException {
        for (String scope : named) {
            if (!ALL_SCOPES.contains(scope)) {
                throw new MagicException(
                        "There is no scope " + scope + ". Maven's are compile, provided, runtime, system, test.");
            }
        }
        return named.isEmpty() ? SCOPES : Set.copyOf(named);
    }
}
