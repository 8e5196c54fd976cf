package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Subject;
import java.util.Optional;

/**
 * Computes one kind of estimation for one kind of subject. Stateless; what it needs from others it
 * asks from the facts, which memoise. Its page lies beside its class.
 */
public interface Estimator<S extends Subject, E extends Estimation> {
    Class<S> subject();

    Class<E> estimation();

    /** Empty when the file does not say enough for any number. */
    Optional<E> estimate(S subject, Facts facts);

    /** The name under which its page is explained. */
    default String name() {
        return getClass().getSimpleName();
    }
}
