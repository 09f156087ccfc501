package io.jotter.server.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** What entries of the class path offer by service files. */
public final class ServiceFiles {
    private ServiceFiles() {}

    /** The service file's path within an entry, for a service's class name. */
    static String path(String service) {
        return "META-INF/services/" + service;
    }

    /** Whether a jar or a folder offers a service, by its class name. One that cannot be read offers nothing. */
    public static boolean offers(Path entry, String service) {
        if (!Files.isRegularFile(entry)) {
            return Files.isRegularFile(entry.resolve(path(service)));
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry(path(service)) != null;
        } catch (IOException unreadable) {
            // whoever wants a class of it will say so
            return false;
        }
    }
}
