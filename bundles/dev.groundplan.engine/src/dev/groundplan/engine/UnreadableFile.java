package dev.groundplan.engine;

/** A file that cannot be analysed at all; the message names it and says what was expected. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String message) {
        super(message);
    }
}
