package io.jotter.server.magics.shell;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives each command a process group of its own, by which all that it has started can be ended, also what its parent has
 * left behind. A guard, a shell of a few lines, ends the groups when this process is gone, however it has ended.
 *
 * <p>Where the system has no means for that, as on Windows, the commands run without groups.
 */
final class ProcessGroups {
    private static final String GUARD = """
            trap '' INT TERM HUP
            groups=
            while read -r verb group; do
              case $verb in
                watch) groups="$groups $group" ;;
                done)
                  left=
                  for each in $groups; do
                    if [ "$each" != "$group" ] || kill -s 0 -- "-$group" 2>/dev/null; then left="$left $each"; fi
                  done
                  groups=$left ;;
                *) kill -s "$verb" -- "-$group" 2>/dev/null ;;
              esac
            done
            for each in $groups; do kill -s KILL -- "-$each" 2>/dev/null; done
            """;

    private final List<String> prefix;
    private @Nullable OutputStream guard;

    ProcessGroups() {
        this.prefix = prefix();
    }

    private static List<String> prefix() {
        if (onPath("setsid").isPresent()) {
            return List.of("setsid");
        }
        // macOS has no setsid
        return onPath("perl").isPresent() ? List.of("perl", "-e", "setpgrp; exec @ARGV or die \"$!\\n\"") : List.of();
    }

    static Optional<Path> onPath(String program) {
        for (String folder : String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1)) {
            Path file = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** The command in a group of its own, whose number is that of its process. */
    List<String> grouped(List<String> command) {
        List<String> grouped = new ArrayList<>(prefix);
        grouped.addAll(command);
        return grouped;
    }

    /** From now on the group ends with this process at the latest. */
    void watch(Process leader) {
        tell("watch", leader);
    }

    /** The leader has ended; what it left in the background stays watched. */
    void ended(Process leader) {
        tell("done", leader);
    }

    /** Asks all of the group to end. */
    void terminate(Process leader) {
        tell("TERM", leader);
    }

    /** Ends all of the group by force. */
    void kill(Process leader) {
        tell("KILL", leader);
    }

    private synchronized void tell(String verb, Process leader) {
        if (prefix.isEmpty()) {
            return;
        }
        try {
            OutputStream told = guard;
            if (told == null) {
                told = new ProcessBuilder(grouped(List.of("sh", "-c", GUARD)))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .getOutputStream();
                guard = told;
            }
            told.write((verb + " " + leader.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            told.flush();
        } catch (IOException guardGone) {
            // the next command gets another; what is known to this process is ended by it all the same
            guard = null;
        }
    }
}
