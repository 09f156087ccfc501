package io.github.spencerpark.jupyter.kernel.display.mime;

/** A text that is no MIME type; the message says why. */
public class MIMETypeParseException extends RuntimeException {
    public MIMETypeParseException(String message) {
        super(message);
    }
}
