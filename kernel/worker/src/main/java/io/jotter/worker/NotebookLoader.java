package io.jotter.worker;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads the environment's jars, the user's jars and the compiled snippets: one loader for all, so that each finds the
 * others, by name and through service files.
 */
final class NotebookLoader extends URLClassLoader {
    private final ConcurrentHashMap<String, byte[]> snippets = new ConcurrentHashMap<>();

    /** In the constant pool of a class with serialisable lambdas. */
    private static final byte[] SERIALISABLE = "$deserializeLambda$".getBytes(StandardCharsets.US_ASCII);

    /** Of those whose lambdas may be asked for the names of their parameters; few, and gone with the worker as they are. */
    private final ConcurrentHashMap<String, byte[]> serialisable = new ConcurrentHashMap<>();

    static {
        registerAsParallelCapable();
    }

    NotebookLoader(ClassLoader parent) {
        super("notebook", new URL[0], parent);
    }

    /** Adds a jar or a directory, at the end. */
    void addEntry(String entry) {
        try {
            Path path = Path.of(entry);
            addURL(path.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not a jar or a directory: " + entry, e);
        }
    }

    /** Makes a snippet's class known; it is defined when it is first needed, whatever the order. */
    void addSnippet(String name, byte[] bytes) {
        snippets.put(name, bytes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        // removed when defined: the bytes are not needed twice
        byte[] bytes = snippets.remove(name);
        if (bytes == null) {
            return super.findClass(name);
        }
        if (contains(bytes, SERIALISABLE)) {
            serialisable.put(name, bytes);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** The class file of a snippet with serialisable lambdas; null for any other class. */
    byte @Nullable [] classFile(String name) {
        return serialisable.get(name);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int at = 0; at <= bytes.length - part.length; at++) {
            if (bytes[at] == part[0] && Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
