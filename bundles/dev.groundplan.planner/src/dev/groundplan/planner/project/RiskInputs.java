package dev.groundplan.planner.project;

import dev.groundplan.core.plan.Risk;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.planner.simulation.Drawn;
import dev.groundplan.planner.simulation.ModelBuilder;
import java.util.List;

/** A risk comes as a whole or not at all: money, and time behind the steps that it strikes. */
record RiskInputs(ProjectModel project, ModelBuilder builder) {
    void add(Risk risk, List<WorkNetwork.Delay> delays) {
        if (risk.probability().isEmpty()) {
            return;
        }
        int probability =
                builder.input(
                        new Drawn(risk.name(), "probability"), risk.probability().get().value());
        int happens = builder.chance(new Drawn(risk.name(), "occurs"), probability);
        builder.part(
                ProjectModel.part(
                        "Risk: " + risk.label().orElse(risk.name()), "cost", "risk", risk.name()));
        risk.cost()
                .ifPresent(
                        cost ->
                                project.priced(
                                                risk.name(),
                                                "cost",
                                                cost.value(),
                                                cost.value().likely().currency())
                                        .ifPresent(
                                                inputs ->
                                                        builder.cost(
                                                                Ratio.ONE, happens, inputs[0],
                                                                inputs[1])));
        risk.delay()
                .ifPresent(
                        delay -> {
                            int time =
                                    builder.input(new Drawn(risk.name(), "delay"), delay.value());
                            delays.stream()
                                    .filter(d -> d.risk() == risk)
                                    .forEach(d -> builder.takes(d.activity(), happens, time));
                        });
    }
}
