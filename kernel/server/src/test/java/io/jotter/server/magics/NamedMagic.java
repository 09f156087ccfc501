package io.jotter.server.magics;

import java.util.List;

/** A magic that does nothing, with an argument that it completes. */
public record NamedMagic(List<String> names) implements Magic {
    public static NamedMagic of(String... names) {
        return new NamedMagic(List.of(names));
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
        return "%" + names.get(0) + ": nothing";
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        return List.of("alpha", "a b").stream()
                .filter(each -> each.startsWith(argument))
                .toList();
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) {
        return new MagicValue.Nothing();
    }
}
