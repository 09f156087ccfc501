package io.jotter.server.magics;

import java.nio.file.Path;
import java.util.List;

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

    /** The notebook's directory: relative paths in arguments start here. */
    Path workingDirectory();

    /**
     * Runs a magic of the worker's side, or one that the notebook has registered there.
     *
     * @throws UnknownInWorkerException if there is none of that name
     */
    MagicValue runInWorker(MagicCall call) throws MagicException;

    /**
     * Runs code in the notebook's scope as a cell of its own.
     *
     * @param name what errors and stack traces call it
     * @throws MagicException if it fails; what it did before stands
     */
    void runCode(String name, String code) throws MagicException;
}
