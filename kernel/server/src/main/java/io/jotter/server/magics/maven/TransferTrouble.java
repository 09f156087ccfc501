package io.jotter.server.magics.maven;

import java.nio.file.Path;
import java.util.Locale;

/** Says in words why a repository gave no answer, and what to do. */
final class TransferTrouble {
    private TransferTrouble() {}

    /**
     * A sentence, or two.
     *
     * @param repository its id
     * @param cause the innermost; kinds of failures are known by its message alone, for the classes are the transport's
     * @param local where files are kept
     */
    static String told(String repository, Throwable cause, Path local) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String lower = message.toLowerCase(Locale.ROOT);
        if (message.equals(DownloadProgress.DAMAGED)) {
            return "What " + repository
                    + " sent is damaged: its checksum does not match. Run the cell again; if it stays"
                    + " so, the repository or a proxy before it is at fault.";
        } else if (lower.contains("no space left")
                || lower.contains("disk quota")
                || lower.contains("not enough space")) {
            return "The disk is full: make room for " + local + " and run the cell again.";
        } else if (lower.contains("premature end")
                || lower.contains("truncated")
                || lower.contains("connection reset")) {
            return "The download from " + repository + " was cut (" + message + "). Run the cell again.";
        } else if (lower.contains("status code: 407")) {
            return "The proxy before " + repository
                    + " wants a name and a password: say them in settings.xml, in its <proxy>.";
        } else if (lower.contains("status code: 401")) {
            return repository + " wants a name and a password: say them in settings.xml, in a <server> with the id "
                    + repository + ".";
        } else if (lower.contains("status code: 403")) {
            return repository + " refuses (" + message + "): the name and password in settings.xml do not allow it.";
        }
        return repository + " could not be asked (" + message
                + "). Check the network, or the mirrors and proxies in settings.xml.";
    }
}
