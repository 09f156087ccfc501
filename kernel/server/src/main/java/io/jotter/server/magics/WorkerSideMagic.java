package io.jotter.server.magics;

import java.util.List;

/** The names of a magic whose code is the worker's: {@code io.jotter.worker.magics.WorkerMagics} holds the other half. */
record WorkerSideMagic(List<String> names, MagicKind kind, String usage, String help) implements Magic {

    @Override
    public Side side() {
        return Side.WORKER;
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        return context.runInWorker(new MagicCall(names.get(0), call.arguments(), call.body()));
    }
}
