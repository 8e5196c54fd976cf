package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.planner.simulation.SimulationResult;
import java.util.ArrayList;
import java.util.List;

/** What of the cost until release adds up: means of the runs, and what lies above the median. */
record CostMeans(Plan plan, SimulationResult result, Figures figures) {
    List<Estimate<?>> estimates() {
        List<Estimate<Money>> parts =
                result.parts().stream()
                        .filter(part -> !result.mean(part).isZero())
                        .map(
                                part ->
                                        figures.mean(
                                                part.title(),
                                                result.mean(part),
                                                part.key(),
                                                List.of()))
                        .toList();
        List<Estimate<?>> all = new ArrayList<>(parts);
        all.add(
                figures.mean(
                        "Cost until release, mean of the runs",
                        result.cost().mean(),
                        ResultKey.of("build", "cost"),
                        parts));
        Ratio confidence = plan.scope().budget().confidence().value();
        if (confidence.value() > 0 && confidence.value() < 1) {
            all.add(contingency(confidence));
        }
        return all;
    }

    private Estimate<Money> contingency(Ratio confidence) {
        Money median = result.cost().percentile(Ratio.percent(50));
        Money needed = result.cost().percentile(confidence);
        return figures.of(
                "Contingency at " + confidence,
                Uncertain.exactly(needed.max(median).minus(median)),
                "build",
                "contingency");
    }
}
