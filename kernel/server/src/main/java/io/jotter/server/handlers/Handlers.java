package io.jotter.server.handlers;

import java.util.List;
import java.util.function.Consumer;

/** Every message that the kernel answers. */
final class Handlers {
    private Handlers() {}

    /**
     * A new message is named here.
     *
     * @param abortWaiting aborts the executes that wait behind one that failed
     */
    static List<Handler> all(KernelParts parts, Consumer<Request> abortWaiting) {
        return List.of(
                new KernelInfoHandler(parts.identity()),
                new InterruptHandler(parts.session(), parts.stdin()),
                new ShutdownHandler(parts.publisher(), parts.shutdown()),
                new DebugHandler(parts.session()),
                new ExecuteHandler(parts, abortWaiting),
                new CompleteHandler(parts.session()),
                new InspectHandler(parts.session()),
                new IsCompleteHandler(parts.session(), parts.output().terminals()),
                new HistoryHandler(parts.history()),
                new UsageHandler(),
                new CommInfoHandler(parts.session()),
                new CommOpenHandler(parts.session(), parts.output()),
                new CommMessageHandler(parts.session(), parts.output()),
                new CommCloseHandler(parts.session(), parts.output()));
    }
}
