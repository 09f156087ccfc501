package io.jotter.server.handlers;

import io.jotter.server.session.Session;

/** {@code interrupt_request}: stops the running cell, and any wait for input. */
final class InterruptHandler implements Handler {
    private final StartingSession session;
    private final StdinChannel stdin;

    InterruptHandler(StartingSession session, StdinChannel stdin) {
        this.session = session;
        this.stdin = stdin;
    }

    @Override
    public String type() {
        return "interrupt_request";
    }

    @Override
    public Lane lane() {
        return Lane.DIRECT;
    }

    @Override
    public void handle(Request request) {
        // before the input is cancelled: else its exception could reach the cell first, and pass for an error of the
        // code
        session.ifUp().ifPresent(Session::interrupt);
        stdin.interrupt();
        request.reply(Json.ok());
    }
}
