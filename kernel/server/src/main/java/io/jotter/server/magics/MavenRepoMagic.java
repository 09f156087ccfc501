package io.jotter.server.magics;

import java.util.List;

/** {@code %mavenRepo id url}: one more repository for the {@code %maven} lines that follow. */
final class MavenRepoMagic implements Magic {
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
        return "%mavenRepo id url: a repository to ask first in later %maven lines";
    }

    @Override
    public String help() {
        return "Example:\n%mavenRepo snapshots https://example.org/maven";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        if (call.arguments().size() != 2) {
            throw new MagicException(call.shownName() + " needs an id and a URL. Usage: " + usage());
        }
        String id = call.arguments().get(0);
        if (!id.matches("[A-Za-z0-9_.-]+")) {
            throw new MagicException("The id " + id + " may have only letters, digits, dots, hyphens and underscores.");
        }
        dependencies.addRepository(MavenRepository.parse(id, call.arguments().get(1), context.workingDirectory()));
        return new MagicValue.Nothing();
    }
}
