package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stage;
import java.util.Optional;

/** Electricity and carbon of all runs of a stage. */
public final class TrainingEnergy implements Estimator<Stage, EnergyEstimation> {
    private static final String NAME = TrainingEnergy.class.getSimpleName();

    @Override
    public Class<Stage> subject() {
        return Stage.class;
    }

    @Override
    public Class<EnergyEstimation> estimation() {
        return EnergyEstimation.class;
    }

    @Override
    public Optional<EnergyEstimation> estimate(Stage stage, Facts facts) {
        return facts.get(TrainingTimeEstimation.class, stage)
                .flatMap(
                        time -> {
                            Calculation c = new Calculation(NAME, "E = H·R·W·p·node·PUE/1000");
                            Calculation.Term h = c.result("H", time.hours());
                            Calculation.Term r = c.result("R", time.runs());
                            return new EnergyFormula(
                                            NAME,
                                            Keys.of(stage),
                                            "of all runs",
                                            time.accelerator(),
                                            stage.hardware()
                                                    .flatMap(Hardware::region)
                                                    .map(facts.catalogue().regions()::get)
                                                    .or(
                                                            () ->
                                                                    facts.plan().servings().stream()
                                                                            .map(Serving::region)
                                                                            .flatMap(
                                                                                    Optional
                                                                                            ::stream)
                                                                            .findFirst()),
                                            facts)
                                    .estimate(c, () -> h.value() * r.value(), "energy.power-share");
                        });
    }
}
