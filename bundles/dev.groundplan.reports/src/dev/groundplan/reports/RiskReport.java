package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Risk;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may go wrong, what is done about it, and what is put aside for it. */
public final class RiskReport implements Report<Analysis> {
    @Override
    public String title() {
        return "Risks and contingency";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        Plan plan = analysis.plan();
        if (!plan.risks().isEmpty()) {
            blocks.add(risks(plan));
        }
        analysis.estimate(ResultKey.of("build", "contingency"))
                .ifPresent(
                        put ->
                                blocks.add(
                                        Prose.of(
                                                put.title()
                                                        + ": "
                                                        + Figures.interval(put.value())
                                                        + " on top of the median of the build cost."
                                                        + known(plan))));
        return blocks;
    }

    private static String known(Plan plan) {
        return plan.risks().isEmpty()
                ? " The file names no risk: it covers the spread of efforts, prices and rounds"
                        + " alone, and nothing that would strike from outside."
                : " The runs of the forecast draw each risk by its probability; the sums in"
                        + " section Cost have them at their mean.";
    }

    private static Table risks(Plan plan) {
        Table.Builder table =
                Table.of(
                        "",
                        "Risk",
                        "#Probability",
                        "#Delay",
                        "#Cost",
                        "Hits",
                        "Mitigation",
                        "Owner");
        for (Risk risk : plan.risks()) {
            table.row(
                    Table.Cell.of(risk.label().orElse(risk.name()), risk.range()),
                    cell(risk.probability()),
                    cell(risk.delay()),
                    cell(risk.cost()),
                    Table.Cell.of(String.join(", ", risk.hits())),
                    Table.Cell.of(risk.mitigation().orElse("")),
                    Table.Cell.of(risk.owner().orElse("")));
        }
        return table.build();
    }

    private static Table.Cell cell(Optional<? extends Stated<? extends Uncertain<?>>> stated) {
        return stated.map(s -> Table.Cell.of(s.value())).orElse(Table.Cell.EMPTY);
    }
}
