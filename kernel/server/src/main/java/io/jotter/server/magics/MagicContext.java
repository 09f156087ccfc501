package io.jotter.server.magics;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What a magic may ask of the notebook it runs in. */
public interface MagicContext {
    /** Adds all of the entries, for the compiler and for the running code, or none. */
    void addToClassPath(List<Path> entries) throws MagicException;

    /** What cells compile against now, in order. */
    List<Path> classPath();

    /** Those entries of the class path that were there before the notebook asked for any. */
    List<Path> preloaded();

    /** Whether no code has been run yet but for imports and declarations, so that a new worker would lose nothing. */
    boolean hasNoState();

    /**
     * Takes entries off the class path and adds others, which a new worker is started for: what is loaded cannot be
     * unloaded. Variables are lost, if there are any, and the reader is told; the rest is restored.
     *
     * @throws MagicException if no worker comes up; the class path is then as it was
     */
    void changeClassPath(Set<Path> without, List<Path> added) throws MagicException;

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

    /** Runs a magic of the worker's side. */
    MagicValue runInWorker(MagicCall call) throws MagicException;
}
