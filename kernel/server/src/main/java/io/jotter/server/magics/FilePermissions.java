package io.jotter.server.magics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may do what with a file that takes the place of another. */
final class FilePermissions {
    private FilePermissions() {}

    /** Gives a temporary file, which is its owner's alone, the permissions of the file that it becomes. */
    static void likeOthers(Path file, Path target) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> wanted = Files.exists(target)
                ? Files.getPosixFilePermissions(target)
                : PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(file, wanted);
    }
}
