package io.jotter.server.handlers;

/** {@code comm_open}: a page has opened a comm. */
final class CommOpenHandler implements Handler {
    private final StartingSession session;
    private final JupyterOutput output;

    CommOpenHandler(StartingSession session, JupyterOutput output) {
        this.session = session;
        this.output = output;
    }

    @Override
    public String type() {
        return "comm_open";
    }

    @Override
    public Lane lane() {
        return Lane.INQUIRY;
    }

    @Override
    public void handle(Request request) {
        CommContent comm = CommContent.from(request);
        output.passOn(
                request,
                cell -> session.await()
                        .commOpened(
                                cell,
                                comm.id(),
                                comm.target(),
                                comm.data(),
                                request.message().buffers()));
    }
}
