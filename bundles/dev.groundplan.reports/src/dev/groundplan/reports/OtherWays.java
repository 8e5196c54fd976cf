package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.plan.ScenarioOutline;
import java.util.List;

/** The scenarios that the file names beside the project, and what each says otherwise. */
public final class OtherWays implements Report<Analysis> {
    @Override
    public String title() {
        return "Scenarios";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<ScenarioOutline> scenarios = analysis.plan().scenarios();
        if (scenarios.isEmpty()) {
            return List.of();
        }
        Table.Builder table = Table.of("", "Scenario", "What differs", "Extends");
        for (ScenarioOutline scenario : scenarios) {
            table.row(
                    Table.Cell.of(
                            scenario.label()
                                    .map(l -> scenario.name() + ": " + l)
                                    .orElse(scenario.name()),
                            scenario.range()),
                    Table.Cell.of(
                            scenario.differences().isEmpty()
                                    ? "nothing"
                                    : String.join("; ", scenario.differences())),
                    Table.Cell.of(scenario.base().orElse("")));
        }
        return List.of(table.build());
    }
}
