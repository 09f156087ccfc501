package io.jotter.server.magics;

import java.util.List;

/** The name of a magic whose code is the worker's: {@code io.jotter.worker.magics.WorkerMagics} holds the other half. */
record WorkerSideMagic(String name, MagicKind kind, String usage) implements Magic {
    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public Side side() {
        return Side.WORKER;
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        return context.runInWorker(call);
    }
}
