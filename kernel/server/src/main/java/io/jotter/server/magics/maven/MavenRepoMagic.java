package io.jotter.server.magics.maven;

import io.jotter.server.magics.Magic;
import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicKind;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code %mavenRepo id url}: one more repository for the {@code %maven} lines that follow. */
final class MavenRepoMagic implements Magic {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]+");

    private final MavenDependencies dependencies;

    MavenRepoMagic(MavenDependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public List<String> names() {
        return List.of("mavenRepo", "addMavenRepo");
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
        return "%mavenRepo id url, or id=url... or url...: repositories to ask first in later %maven lines";
    }

    @Override
    public String help() {
        return "Example:\n%mavenRepo house https://repo.example.org/maven2";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        List<String> arguments = call.arguments();
        if (arguments.isEmpty()) {
            throw new MagicException(call.shownName() + " needs an id and a URL. Usage: " + usage());
        }
        List<MavenRepository> named = new ArrayList<>();
        if (arguments.size() == 2 && ID.matcher(arguments.get(0)).matches() && !isCentral(arguments.get(0))) {
            named.add(MavenRepository.parse(arguments.get(0), arguments.get(1), context.workingDirectory()));
        } else {
            for (String argument : arguments) {
                if (!isCentral(argument)) {
                    named.add(repository(argument, context));
                }
            }
        }
        named.forEach(dependencies::addRepository);
        return new MagicValue.Nothing();
    }

    /** Asked anyway, unless the settings put another in its place. */
    private static boolean isCentral(String argument) {
        return argument.equals("mavencentral") || argument.equals("central");
    }

    /** As JBang has it. */
    private static MavenRepository repository(String argument, MagicContext context) throws MagicException {
        int equals = argument.indexOf('=');
        if (equals < 0 || argument.lastIndexOf(':', equals) >= 0) {
            return MavenRepository.parse(argument, context.workingDirectory());
        }
        String id = argument.substring(0, equals);
        if (!ID.matcher(id).matches()) {
            throw new MagicException("The id " + id + " may have only letters, digits, dots, hyphens and underscores.");
        }
        return MavenRepository.parse(id, argument.substring(equals + 1), context.workingDirectory());
    }
}
