package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Subject;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about a plan. Estimations are computed when first asked for and kept; an estimator
 * that needs itself is a defect of the program and is refused. One instance serves one analysis on
 * one thread.
 */
public final class Facts {
    private record Question(Class<?> estimation, Subject subject) {
        /** By identity: a what-if variant of a stage is another question than the stage. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Question(Class<?> e, Subject s)
                    && e == estimation
                    && s == subject;
        }

        @Override
        public int hashCode() {
            return 31 * estimation.hashCode() + System.identityHashCode(subject);
        }
    }

    private final Plan plan;
    private final List<Estimator<?, ?>> all;
    private final Map<Class<?>, List<Estimator<?, ?>>> estimators = new HashMap<>();
    private final Map<Question, Optional<? extends Estimation>> known;
    private final Set<Question> asking = new LinkedHashSet<>();
    private final Cancellation cancellation;

    public Facts(Plan plan, List<Estimator<?, ?>> estimators, Cancellation cancellation) {
        this(plan, estimators, new HashMap<>(), cancellation);
    }

    private Facts(
            Plan plan,
            List<Estimator<?, ?>> estimators,
            Map<Question, Optional<? extends Estimation>> known,
            Cancellation cancellation) {
        this.plan = plan;
        this.known = known;
        this.all = estimators;
        this.cancellation = cancellation;
        for (Estimator<?, ?> estimator : estimators) {
            this.estimators
                    .computeIfAbsent(estimator.estimation(), e -> new ArrayList<>())
                    .add(estimator);
        }
    }

    /** What would be known if the plan were that one; nothing is carried over. */
    public Facts of(Plan whatIf) {
        return new Facts(whatIf, all, cancellation);
    }

    /** The same, found out for somebody else: what is known stays known. */
    public Facts waitedFor(Cancellation other) {
        return new Facts(plan, all, known, other);
    }

    /** Whether anybody still waits for what is being found out. */
    public Cancellation cancellation() {
        return cancellation;
    }

    public Plan plan() {
        return plan;
    }

    public Catalogue catalogue() {
        return plan.catalogue();
    }

    /**
     * The estimation of this kind for a subject, which may be a what-if variant that the plan does
     * not hold. Empty when the file does not say enough.
     */
    public <E extends Estimation> Optional<E> get(Class<E> estimation, Subject subject) {
        Question question = new Question(estimation, subject);
        Optional<? extends Estimation> answer = known.get(question);
        if (answer == null) {
            cancellation.check();
            if (!asking.add(question)) {
                throw new IllegalStateException(
                        "estimators ask each other in a circle: " + asking + " and " + question);
            }
            try {
                answer =
                        estimators.getOrDefault(estimation, List.of()).stream()
                                .filter(e -> e.subject().isInstance(subject))
                                .findFirst()
                                .flatMap(e -> ask(e, subject));
            } finally {
                asking.remove(question);
            }
            known.put(question, answer);
        }
        return answer.map(estimation::cast);
    }

    /** What has been found out already; empty when nobody has asked. */
    public <E extends Estimation> Optional<E> known(Class<E> estimation, Subject subject) {
        Optional<? extends Estimation> answer = known.get(new Question(estimation, subject));
        return answer == null ? Optional.empty() : answer.map(estimation::cast);
    }

    private <S extends Subject, E extends Estimation> Optional<E> ask(
            Estimator<S, E> estimator, Subject subject) {
        return estimator.estimate(estimator.subject().cast(subject), this);
    }

    /** A constant of the catalogue; the built-in catalogue has every constant that is asked for. */
    public Prior prior(String name) {
        Prior prior = catalogue().priors().get(name);
        if (prior == null) {
            throw new IllegalStateException("the catalogue has no prior named " + name);
        }
        return prior;
    }

    /**
     * The value of a constant in the dimension that the formula needs.
     *
     * @throws IllegalStateException when the constant has another dimension
     */
    public <Q extends Quantity<Q>> Uncertain<Q> prior(String name, Dimension<Q> dimension) {
        return dimension
                .cast(prior(name).value())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "prior " + name + " is not " + dimension.phrase()));
    }
}
