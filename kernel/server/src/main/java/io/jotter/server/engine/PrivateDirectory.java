package io.jotter.server.engine;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory that only the user can read: for the socket and for crash files. Gone at the end, if it is empty of them. */
final class PrivateDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateDirectory.class);

    private static final String CRASH = "hs_err_";

    private final Path path;

    private PrivateDirectory(Path path) {
        this.path = path;
    }

    static PrivateDirectory create() throws IOException {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        Path parent = runtime != null && !runtime.isBlank() && Files.isWritable(Path.of(runtime))
                ? Path.of(runtime)
                : Path.of(System.getProperty("java.io.tmpdir"));
        FileStore store = Files.getFileStore(parent);
        if (store.supportsFileAttributeView(PosixFileAttributeView.class)) {
            return new PrivateDirectory(Files.createTempDirectory(
                    parent,
                    "jotter",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
        }
        Path directory = Files.createTempDirectory(parent, "jotter");
        AclFileAttributeView acl = Files.getFileAttributeView(directory, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
        return new PrivateDirectory(directory);
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Where a JVM that crashes leaves its report. */
    String crashFiles() {
        return path.resolve(CRASH + "%p.log").toString();
    }

    /** The report of a crash, if there was one. */
    Optional<Path> crashFile() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().startsWith(CRASH))
                    .findFirst();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().endsWith(".log")) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(path);
        } catch (IOException crashFileStays) {
            LOG.debug("{} stays: {}", path, crashFileStays.getMessage());
        }
    }
}
