package io.jotter.server.magics;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Prints to the cell's standard error. */
    void printError(String text);

    /** Whether the magic stands behind an equals sign: its value is what is wanted, and nothing need be shown. */
    boolean isAssigned();

    /** The environment variables that this notebook has set: for commands, and for the next worker. */
    Map<String, String> environment();

    /** Sets one, for commands from now on and for the next worker; the running one has its own from its start. */
    void setEnvironment(String name, String value);

    /** The cells run so far, oldest first, the running one last. */
    List<RanCell> history();

    /** The cell's line on which the magic stands, from 1. */
    int line();

    /** The cell's code in statements, declarations and expressions; the last as it is where it is unfinished. */
    List<String> snippets(String code);

    /**
     * Runs code as a cell does, with magics in it; the value of its last expression.
     *
     * @param line of the cell, on which the code begins
     * @throws NotCompiledException if nothing of it has run, because it does not compile
     */
    MagicValue evaluate(String code, int line) throws MagicException;

    /** How long the worker has run cells' code so far; what it takes to compile is not in it. */
    Duration ran();

    /** The processor time of the worker, of all its threads; empty where the system does not tell. */
    Optional<Duration> workerCpu();

    /** The notebook's variables, unnamed results left out. */
    List<Variable> variables();

    /** Forgets variables and their values, types, methods and imports; what they were, in words. */
    List<String> forgetAll() throws MagicException;

    /**
     * Compiles a whole Java file into the class path; its classes, by their binary names.
     *
     * @throws MagicException if it does not compile or cannot replace what is loaded; then nothing has changed
     */
    List<String> compile(String source) throws MagicException;

    /** The notebook's directory: relative paths in arguments start here. */
    Path workingDirectory();

    /** Runs a magic of the worker's side, or one that the notebook has registered there. */
    MagicValue runInWorker(MagicCall call) throws MagicException;

    /**
     * Runs code in the notebook's scope as a cell of its own.
     *
     * @param name what errors and stack traces call it
     * @throws MagicException if it fails; what it did before stands
     */
    void runCode(String name, String code) throws MagicException;
}
