package io.jotter.server.session;

import io.jotter.server.engine.TypeMembers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Of code of which nothing is known but what JShell tells. */
record NoSurroundings() implements Surroundings {
    @Override
    public List<String> classesBeginning(String simpleName) {
        return List.of();
    }

    @Override
    public Map<String, TypeMembers.Member> members(String type) {
        return Map.of();
    }

    @Override
    public List<String> declarations() {
        return List.of();
    }

    @Override
    public Path folder() {
        return Path.of("no-such-folder");
    }
}
