package io.jotter.server.session;

import io.jotter.server.engine.JavaEngine;
import io.jotter.server.engine.TypeMembers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Those of a real notebook. */
record NotebookSurroundings(JavaEngine engine) implements Surroundings {
    private static final int MOST_CLASSES = 20;

    @Override
    public List<String> classesBeginning(String simpleName) {
        return engine.classNames().beginning(simpleName, MOST_CLASSES);
    }

    @Override
    public Map<String, TypeMembers.Member> members(String type) {
        return engine.typeMembers().of(type);
    }

    @Override
    public List<String> declarations() {
        return engine.declarations();
    }

    @Override
    public Path folder() {
        return engine.workingDirectory();
    }
}
