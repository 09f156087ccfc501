package io.jotter.server.magics.maven;

import io.jotter.server.magics.Magic;
import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicKind;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code %deps}: what was asked for and why each version was chosen; {@code %deps lock} holds on to it. */
final class DepsMagic implements Magic {
    private final MavenDependencies dependencies;

    DepsMagic(MavenDependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public List<String> names() {
        return List.of("deps");
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
        return "%deps [lock|unlock]: the tree of the libraries and why each version was chosen; lock holds the notebooks of"
                + " this folder to these versions, offline too";
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        return List.of("lock", "unlock").stream()
                .filter(word -> word.startsWith(argument))
                .toList();
    }

    @Override
    public String help() {
        return "Example:\n%deps lock";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        return switch (String.join(" ", call.arguments())) {
            case "" -> new MagicValue.Text(dependencies.tree(context));
            case "lock" -> lock(context);
            case "unlock" -> unlock(context);
            default -> throw new MagicException("%deps takes lock, unlock or nothing. Usage: " + usage());
        };
    }

    private MagicValue lock(MagicContext context) throws MagicException {
        LockFile file = dependencies.locked(context);
        file.write(context.workingDirectory());
        context.print("Wrote " + LockFile.NAME + ": notebooks of this folder are held to its " + file.size()
                + (file.size() == 1 ? " jar" : " jars") + " from now on\n");
        return new MagicValue.Nothing();
    }

    private static MagicValue unlock(MagicContext context) throws MagicException {
        Path file = context.workingDirectory().resolve(LockFile.NAME);
        try {
            context.print(
                    Files.deleteIfExists(file)
                            ? "Removed " + LockFile.NAME + ": versions are chosen anew from now on\n"
                            : "There is no " + LockFile.NAME + " in " + context.workingDirectory() + "\n");
        } catch (IOException e) {
            throw new MagicException("Cannot remove " + file + ": " + e.getMessage() + ".", e);
        }
        return new MagicValue.Nothing();
    }
}
