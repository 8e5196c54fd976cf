package dev.groundplan.engine.facts;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.JudgeFormula;
import dev.groundplan.estimators.PriorSource;
import java.util.Set;

/** Cost and duration of a judge model that compares answers. */
final class JudgedAnswers implements CaseEstimator {
    private static final String COST = "eval_cost_usd";

    @Override
    public Set<String> quantities() {
        return Set.of(COST, "eval_seconds");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        double examples = published.inputs().number("examples", 0);
        String judge = published.inputs().words("annotator");
        if (!(examples > 0) || judge.isEmpty()) {
            throw new NotEstimated("no number of examples or no judge is published");
        }
        PriorSource priors = subjects.priors();
        return published.quantity().equals(COST)
                ? JudgeFormula.cost(new Count(examples), judge, priors)
                        .map(cost -> new Count(cost.amount().doubleValue()))
                : JudgeFormula.duration(new Count(examples), judge, priors)
                        .map(time -> new Count(time.value()));
    }
}
