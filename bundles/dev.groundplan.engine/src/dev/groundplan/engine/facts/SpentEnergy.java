package dev.groundplan.engine.facts;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Power;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.PriorSource;
import dev.groundplan.estimators.TrainingCase;
import dev.groundplan.estimators.TrainingSpeed;
import java.util.Set;

/**
 * Electricity of training: hours of the accelerators at the share of their power that they draw.
 */
final class SpentEnergy implements TrainedEstimator {
    private static final String ACCELERATORS = "train_gpu_energy_MWh";
    private static final double WATT_HOURS = 1e6;

    private final TrainingSpeed speed = new TrainingSpeed();

    @Override
    public Set<String> quantities() {
        return Set.of(ACCELERATORS, "train_energy_MWh");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        PriorSource priors = subjects.priors();
        CaseInputs inputs = published.inputs();
        TrainingCase job = TrainedCase.of(published, subjects.models().of(published), subjects);
        double watts =
                job.powerLimit()
                        .or(() -> job.accelerator().power())
                        .map(Power::value)
                        .orElseGet(() -> likely("energy.accelerator", priors));
        double centre =
                published.quantity().equals(ACCELERATORS)
                        ? 1
                        : likely("energy.node-overhead", priors)
                                * inputs.number("pue", likely("energy.pue", priors));
        return CaseEstimator.times(
                TrainedJobs.hours(speed, job, published, priors),
                watts * likely("energy.power-share", priors) * centre / WATT_HOURS);
    }

    private static double likely(String prior, PriorSource priors) {
        return priors.prior(prior).value().likely().value();
    }
}
