package io.jotter.server.magics;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a magic may ask of the notebook it runs in. */
public interface MagicContext {
    /** Adds all of the entries, for the compiler and for the running code, or none. */
    void addToClassPath(List<Path> entries) throws MagicException;

    /** What cells compile against now, in order. */
    List<Path> classPath();

    /**
     * Ends the worker and starts one with these options in place of this notebook's earlier ones. Variables are lost;
     * imports, types, methods and the class path are restored. The reader is told.
     *
     * @throws MagicException if no JVM starts with these options; then nothing was ended
     */
    void restartWorker(List<String> jvmOptions) throws MagicException;

    /** The options of this notebook's worker, without those of the kernel's own. */
    List<String> jvmOptions();

    /** Prints to the cell's standard output, as is: a line brings its own line break. */
    void print(String text);

    /** Prints to the cell's standard error. */
    void printError(String text);

    /** Whether the magic stands behind an equals sign: its value is what is wanted, and nothing need be shown. */
    boolean isAssigned();

    /** The environment variables that this notebook has set: for commands, and for the next worker. */
    Map<String, String> variables();

    /** The notebook's directory: relative paths in arguments start here. */
    Path workingDirectory();

    /** Runs a magic of the worker's side. */
    MagicValue runInWorker(MagicCall call) throws MagicException;
}
