package io.jotter.server.engine;

import io.jotter.api.MimeBundle;
import io.jotter.wire.Frame;
import io.jotter.wire.Thrown;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a worker shows. */
final class RecordingEvents implements WorkerEvents {
    final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void text(String cell, boolean error, String text) {
        texts.add(text);
    }

    @Override
    public void display(String cell, String id, boolean update, MimeBundle bundle) {
        texts.add("display " + id);
    }

    @Override
    public void clearOutput(String cell, boolean whenNext) {
        texts.add("clear");
    }

    @Override
    public String input(String prompt, boolean password) {
        return "answer to " + prompt;
    }

    @Override
    public void endInput(String why) {
        texts.add("end of input");
    }

    @Override
    public void workerGone() {
        texts.add("gone");
    }

    @Override
    public Frame.Value nested(Frame question) {
        return WorkerConnection.refused(0, "nothing is nested here");
    }

    @Override
    public void magicAdded(String name, String help) {
        texts.add("magic " + name);
    }

    @Override
    public void failure(String cell, Thrown thrown) {
        texts.add("failure " + thrown.className());
    }

    @Override
    public List<String> explained(Thrown thrown) {
        return List.of(thrown.className(), String.valueOf(thrown.message()));
    }

    @Override
    public void comm(Frame frame) {
        texts.add(frame.toString());
    }
}
