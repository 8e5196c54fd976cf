package dev.groundplan.engine.hub;

/**
 * Why nothing can be said exactly of a model; the message is for people and names what was found.
 */
public final class ImportRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    ImportRefusal(String message) {
        super(message);
    }
}
