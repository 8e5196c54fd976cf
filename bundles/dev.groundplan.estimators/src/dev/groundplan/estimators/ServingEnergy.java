package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.units.Time;
import java.util.Optional;

/** Electricity and carbon of a month of a deployment. */
public final class ServingEnergy implements Estimator<Serving, EnergyEstimation> {
    private static final String NAME = ServingEnergy.class.getSimpleName();
    private static final double HOURS_A_MONTH = Time.months(1).hours();

    @Override
    public Class<Serving> subject() {
        return Serving.class;
    }

    @Override
    public Class<EnergyEstimation> estimation() {
        return EnergyEstimation.class;
    }

    @Override
    public Optional<EnergyEstimation> estimate(Serving serving, Facts facts) {
        Optional<ServingCapacityEstimation> capacity =
                facts.get(ServingCapacityEstimation.class, serving);
        return capacity.flatMap(
                n -> {
                    Calculation c = new Calculation(NAME, "E = n·730 h·W·p·node·PUE/1000");
                    Calculation.Term count = c.result("n", n.accelerators());
                    c.note("as many accelerators as the peak needs, held all month");
                    return new EnergyFormula(
                                    NAME,
                                    Keys.of(serving),
                                    "a month",
                                    serving.hardware().map(Hardware::accelerator).orElseThrow(),
                                    serving.region(),
                                    facts)
                            .estimate(
                                    c,
                                    () -> count.value() * HOURS_A_MONTH,
                                    "energy.serving-share",
                                    "month");
                });
    }
}
