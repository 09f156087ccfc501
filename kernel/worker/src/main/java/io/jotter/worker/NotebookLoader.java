package io.jotter.worker;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads the environment's jars, the user's jars and the compiled snippets: one loader for all, so that each finds the
 * others, by name and through service files.
 */
final class NotebookLoader extends URLClassLoader {
    private final ConcurrentHashMap<String, byte[]> snippets = new ConcurrentHashMap<>();

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
        return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }
}
