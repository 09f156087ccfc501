package io.jotter.environment.data;

import java.io.IOException;

/** A file that is not the one its publisher issued, or not whole. The message names the file and says what is wrong with it. */
final class BrokenFileException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenFileException(String file, String reason) {
        super(file + " refused: " + reason);
    }
}
