package io.jotter.server.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The compiler's class path is the worker's. Left to itself JShell takes the class path of its own process, and users
 * would compile against the kernel's jars.
 */
final class CompilePath extends ForwardingJavaFileManager<StandardJavaFileManager> implements StandardJavaFileManager {
    private final List<Path> entries;

    CompilePath(StandardJavaFileManager standard, List<Path> entries) {
        super(standard);
        this.entries = new ArrayList<>(entries);
        apply();
    }

    void add(Path entry) {
        entries.add(entry);
        apply();
    }

    List<Path> entries() {
        return List.copyOf(entries);
    }

    private void apply() {
        try {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean handleOption(String current, Iterator<String> remaining) {
        if (current.equals("-classpath") || current.equals("--class-path") || current.equals("-cp")) {
            remaining.next(); // JShell's idea of the class path
            return true;
        }
        return super.handleOption(current, remaining);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends java.io.File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(java.io.File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends java.io.File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public Iterable<? extends java.io.File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public void setLocationForModule(Location location, String moduleName, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationForModule(location, moduleName, paths);
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public Path asPath(javax.tools.FileObject file) {
        return fileManager.asPath(file);
    }

    @Override
    public boolean contains(Location location, javax.tools.FileObject file) throws IOException {
        return fileManager.contains(location, file);
    }
}
