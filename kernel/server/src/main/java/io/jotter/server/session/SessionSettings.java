package io.jotter.server.session;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a notebook begins and what a cell may take.
 *
 * @param classPath globs of jars and folders that are added before the first cell
 * @param scriptFiles globs of files that are run before the first cell, after that
 * @param scripts code that is run before the first cell, after those
 * @param cellMayTake the longest that a cell may run, or null for no limit
 * @param extensions whether JJava's extensions are installed when their jars are added
 */
public record SessionSettings(
        List<String> classPath,
        List<String> scriptFiles,
        List<String> scripts,
        @Nullable Duration cellMayTake,
        boolean extensions) {
    public static final SessionSettings NONE = new SessionSettings(List.of(), List.of(), List.of(), null, true);
}
