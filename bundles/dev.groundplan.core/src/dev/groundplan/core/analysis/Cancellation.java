package dev.groundplan.core.analysis;

/** Asked now and then by long computations whether their result is still wanted. */
@FunctionalInterface
public interface Cancellation {
    Cancellation NEVER = () -> false;

    boolean isCancelled();

    /** Thrown out of an analysis whose result nobody waits for. */
    final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            super("the analysis was cancelled", null, false, false);
        }
    }

    default void check() {
        if (isCancelled()) {
            throw new Cancelled();
        }
    }
}
