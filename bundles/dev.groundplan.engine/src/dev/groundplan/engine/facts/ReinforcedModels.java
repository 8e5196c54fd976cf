package dev.groundplan.engine.facts;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.ReinforceSpeed;
import java.util.Set;

/** Steps and runs of reinforcement learning, by the formula that plans them. */
final class ReinforcedModels implements TrainedEstimator {
    private static final String STEP = "rl_step_seconds";

    private final ReinforceSpeed speed = new ReinforceSpeed();

    @Override
    public Set<String> quantities() {
        return Set.of(STEP, "rlhf_ppo_hours", "rlhf_phase_hours");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        ReinforcedCase reinforced = new ReinforcedCase(published, subjects);
        return published.quantity().equals(STEP)
                ? CaseEstimator.times(speed.step(reinforced.step(), subjects.priors()), 1)
                : CaseEstimator.times(
                        speed.run(reinforced.step(), reinforced.answers(), subjects.priors()),
                        1 / Time.hours(1).value());
    }
}
