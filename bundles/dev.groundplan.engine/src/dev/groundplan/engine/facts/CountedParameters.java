package dev.groundplan.engine.facts;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.ParameterBreakdown;
import dev.groundplan.estimators.ParameterFormula;
import java.util.Set;

/** Numbers of parameters, by the formula of {@code ParameterCount}. */
final class CountedParameters implements CaseEstimator {
    private static final String ACTIVE = "active_param_count";

    /** Why a count cannot be estimated. */
    static final String NOTHING =
            "neither the shape nor the name nor the size of the model is published";

    @Override
    public Set<String> quantities() {
        return Set.of("param_count", ACTIVE);
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        CaseModel model = subjects.models().of(published);
        boolean active = published.quantity().equals(ACTIVE);
        if (!model.said()) {
            throw new NotEstimated(NOTHING);
        }
        if (!model.shaped()) {
            double named = (active ? model.active() : model.total()).value();
            return CaseEstimator.times(
                    subjects.priors().prior("model.parameters.nominal-residual").value(), named);
        }
        ParameterBreakdown counted = ParameterFormula.of(model.architecture());
        return Uncertain.exactly(new Count((active ? counted.active() : counted.total()).value()));
    }
}
