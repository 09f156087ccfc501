package io.jotter.server.magics;

import java.util.List;

/** {@code %reset}: a notebook without what it has declared. */
final class ResetMagic implements Magic {
    @Override
    public List<String> names() {
        return List.of("reset");
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
        return "%reset [-f]: forgets variables, types, methods and imports; the class path stays";
    }

    @Override
    public String help() {
        return """
                Nothing is asked first; -f is taken for the sake of other notebooks. What was forgotten is said. Static fields of
                libraries, threads and magics that the notebook has registered stay: for all anew, %jvm --restart.

                Example:
                %reset""";
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        return argument.isEmpty() || argument.equals("-") ? List.of("-f") : List.of();
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        if (!call.arguments().isEmpty() && !call.arguments().equals(List.of("-f"))) {
            throw new MagicException("%reset forgets all or nothing. Usage: " + usage());
        }
        List<String> forgotten = context.forgetAll();
        context.print(
                forgotten.isEmpty()
                        ? "There was nothing to forget.\n"
                        : "Forgotten: " + String.join("; ", forgotten) + ". The class path stays.\n");
        return new MagicValue.Nothing();
    }
}
