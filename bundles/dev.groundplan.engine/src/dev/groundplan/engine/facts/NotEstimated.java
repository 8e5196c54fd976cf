package dev.groundplan.engine.facts;

/** Why a case has no estimate, for people. */
final class NotEstimated extends Exception {
    private static final long serialVersionUID = 1L;

    NotEstimated(String reason) {
        super(reason, null, false, false);
    }
}
