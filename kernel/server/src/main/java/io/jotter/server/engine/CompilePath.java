package io.jotter.server.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The compiler's class path is the worker's. Left to itself JShell takes the class path of its own process, and users
 * would compile against the kernel's jars.
 */
final class CompilePath extends ForwardingJavaFileManager<StandardJavaFileManager> implements StandardJavaFileManager {
    private final List<Path> entries;
    private final PackageIndex index;
    private final Map<Path, CompletableFuture<JarPackages>> jars = new HashMap<>();
    private final Map<Path, Location> folders = new HashMap<>();
    private volatile List<Path> searched = List.of();

    /**
     * Over the standard file manager, which keeps all but the jars.
     *
     * @param index of jars that are not opened before something of theirs is asked for
     */
    CompilePath(StandardJavaFileManager standard, List<Path> entries, PackageIndex index) {
        super(standard);
        this.entries = new ArrayList<>(entries);
        this.index = index;
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
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, index.unknown(entries));
            Set<Path> all = new LinkedHashSet<>(entries);
            // with what the manifests of jars name besides
            for (Path entry : fileManager.getLocationAsPaths(StandardLocation.CLASS_PATH)) {
                all.add(entry);
                if (Files.isRegularFile(entry)) {
                    // ahead of need, and beside the work of the thread that will ask
                    jars.computeIfAbsent(entry, jar -> CompletableFuture.supplyAsync(() -> new JarPackages(jar)));
                } else if (!folders.containsKey(entry)) {
                    Location folder = StandardLocation.locationFor("JOTTER_FOLDER_" + folders.size());
                    fileManager.setLocationFromPaths(folder, List.of(entry));
                    folders.put(entry, folder);
                }
            }
            searched = List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return fileManager.list(location, packageName, kinds, recurse);
        }
        if (recurse) {
            // what the compiler never asks; whoever does may wait until all jars are opened
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, searched);
            return fileManager.list(location, packageName, kinds, true);
        }
        List<JavaFileObject> found = new ArrayList<>();
        for (Path entry : searched) {
            Location folder = folders.get(entry);
            if (folder != null) {
                fileManager.list(folder, packageName, kinds, false).forEach(found::add);
            } else if (kinds.contains(JavaFileObject.Kind.CLASS) && index.mayHave(entry, packageName)) {
                jarPackages(entry).list(packageName, found);
            }
        }
        return found;
    }

    private JarPackages jarPackages(Path jar) {
        return jars.computeIfAbsent(jar, known -> CompletableFuture.completedFuture(new JarPackages(known)))
                .join();
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof JarPackages.ClassEntry entry
                ? entry.binaryName()
                : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject first, FileObject second) {
        return (first instanceof JarPackages.ClassEntry || second instanceof JarPackages.ClassEntry)
                ? first.equals(second)
                : super.isSameFile(first, second);
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
        return location == StandardLocation.CLASS_PATH ? searched : fileManager.getLocationAsPaths(location);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof JarPackages.ClassEntry
                ? location == StandardLocation.CLASS_PATH
                : fileManager.contains(location, file);
    }
}
