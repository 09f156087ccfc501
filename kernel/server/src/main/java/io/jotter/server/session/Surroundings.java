package io.jotter.server.session;

import io.jotter.server.engine.TypeMembers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What lies around a notebook's code and JShell does not tell of. */
interface Surroundings {
    /** Classes that could be imported, in full, whose simple names begin so; the best of them, first. */
    List<String> classesBeginning(String simpleName);

    /** The members of a type of the JDK or the class path, methods with an opening parenthesis. */
    Map<String, TypeMembers.Member> members(String type);

    /** The sources of the types and methods that the notebook has declared, the latest first. */
    List<String> declarations();

    /** From which relative paths are looked for. */
    Path folder();
}
