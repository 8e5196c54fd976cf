package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Serving;
import java.util.Optional;

/** From which load on a deployment costs less than a hosted model would. */
public final class BreakEven implements Estimator<Serving, BreakEvenEstimation> {
    @Override
    public Class<Serving> subject() {
        return Serving.class;
    }

    @Override
    public Class<BreakEvenEstimation> estimation() {
        return BreakEvenEstimation.class;
    }

    @Override
    public Optional<BreakEvenEstimation> estimate(Serving serving, Facts facts) {
        if (serving.hardware().isEmpty() || Served.model(serving, facts).isEmpty()) {
            return Optional.empty();
        }
        return LikeEndpoint.of(Served.choice(serving, facts), facts)
                .flatMap(
                        endpoint ->
                                new BreakEvenFormula(
                                                serving,
                                                endpoint,
                                                Load.of(facts, Served.choice(serving, facts)),
                                                Keys.of(serving),
                                                facts)
                                        .estimate());
    }
}
