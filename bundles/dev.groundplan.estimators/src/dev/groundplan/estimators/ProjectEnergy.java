package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Carbon;
import dev.groundplan.core.units.Energy;
import dev.groundplan.core.units.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Electricity and carbon of everything that is trained until release. */
public final class ProjectEnergy implements Estimator<Plan, EnergyEstimation> {
    private static final String NAME = ProjectEnergy.class.getSimpleName();

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<EnergyEstimation> estimation() {
        return EnergyEstimation.class;
    }

    @Override
    public Optional<EnergyEstimation> estimate(Plan plan, Facts facts) {
        Optional<Estimate<Energy>> energy =
                sum(plan, facts, "energy", "Electricity until release", EnergyEstimation::energy);
        Optional<Estimate<Carbon>> carbon =
                sum(plan, facts, "carbon", "Carbon until release", EnergyEstimation::carbon);
        return energy.flatMap(e -> carbon.map(c -> new EnergyEstimation(e, c)));
    }

    private static <Q extends Quantity<Q>> Optional<Estimate<Q>> sum(
            Plan plan,
            Facts facts,
            String key,
            String title,
            Function<EnergyEstimation, Estimate<Q>> part) {
        List<Estimate<Q>> parts =
                plan.stages().stream()
                        .flatMap(stage -> facts.get(EnergyEstimation.class, stage).stream())
                        .map(part)
                        .map(ProjectEnergy::named)
                        .toList();
        return Calculation.sum(
                NAME,
                ResultKey.of(key),
                title,
                parts,
                List.of("all runs of all stages; what serving takes is counted by the month"));
    }

    /** The stage's name in place of the figure's, for that is what tells the parts apart. */
    private static <Q extends Quantity<Q>> Estimate<Q> named(Estimate<Q> part) {
        return new Estimate<>(
                part.key(),
                part.title() + " of " + part.key().segments().get(1),
                part.value(),
                part.derivation());
    }
}
