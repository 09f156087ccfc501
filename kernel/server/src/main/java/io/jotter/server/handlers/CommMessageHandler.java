package io.jotter.server.handlers;

/** {@code comm_msg}: a page has sent something through a comm. */
final class CommMessageHandler implements Handler {
    private final StartingSession session;
    private final JupyterOutput output;

    CommMessageHandler(StartingSession session, JupyterOutput output) {
        this.session = session;
        this.output = output;
    }

    @Override
    public String type() {
        return "comm_msg";
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
                        .commMessage(
                                cell, comm.id(), comm.data(), request.message().buffers()));
    }
}
