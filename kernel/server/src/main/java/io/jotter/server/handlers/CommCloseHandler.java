package io.jotter.server.handlers;

/** {@code comm_close}: a page has closed a comm. */
final class CommCloseHandler implements Handler {
    private final StartingSession session;
    private final JupyterOutput output;

    CommCloseHandler(StartingSession session, JupyterOutput output) {
        this.session = session;
        this.output = output;
    }

    @Override
    public String type() {
        return "comm_close";
    }

    @Override
    public Lane lane() {
        return Lane.INQUIRY;
    }

    @Override
    public void handle(Request request) {
        CommContent comm = CommContent.from(request);
        output.passOn(request, cell -> session.await().commClosed(cell, comm.id(), comm.data()));
    }
}
