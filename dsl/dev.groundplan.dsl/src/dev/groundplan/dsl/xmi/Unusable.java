package dev.groundplan.dsl.xmi;

/** A text or a model that cannot be turned into the other; the message says why, for people. */
public final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String reason) {
        super(reason);
    }
}
