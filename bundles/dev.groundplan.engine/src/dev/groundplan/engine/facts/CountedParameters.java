package dev.groundplan.engine.facts;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.ParameterBreakdown;
import dev.groundplan.estimators.ParameterFormula;
import java.util.Set;

/** Numbers of parameters, by the formula of {@code ParameterCount}. */
final class CountedParameters implements CaseEstimator {
    private static final String ACTIVE = "active_param_count";

    @Override
    public Set<String> quantities() {
        return Set.of("param_count", ACTIVE);
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        CaseModel model = subjects.models().of(published);
        if (!model.shaped()) {
            throw new NotEstimated("the architecture is not published");
        }
        ParameterBreakdown counted = ParameterFormula.of(model.architecture());
        return Uncertain.exactly(
                new Count(
                        (published.quantity().equals(ACTIVE) ? counted.active() : counted.total())
                                .value()));
    }
}
