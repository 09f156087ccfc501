package io.jotter.server.magics;

import java.util.List;

/** A magic of a notebook's or a library's, which lives in the worker. */
record AddedMagic(String name, String description) implements Magic {
    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public Side side() {
        return Side.WORKER;
    }

    @Override
    public MagicKind kind() {
        return MagicKind.BOTH;
    }

    @Override
    public String usage() {
        return description.lines().findFirst().orElse("%" + name);
    }

    @Override
    public String help() {
        return String.join("\n", description.lines().skip(1).toList());
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        return context.runInWorker(call);
    }
}
