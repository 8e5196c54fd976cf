package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Flow;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What prompts, retrieval, reasoning, tools and guards do to a request. */
public final class AroundTheModel implements Report<Analysis> {
    @Override
    public String title() {
        return "Around the model";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        if (analysis.plan().servings().isEmpty() && analysis.plan().models().isEmpty()) {
            return blocks; // nothing asks any model
        }
        FigureTable.of(analysis, "What a request asks of the model", "request")
                .ifPresent(blocks::add);
        for (Retrieval retrieval : analysis.plan().augmentation().steps(Retrieval.class)) {
            FigureTable.of(analysis, "Index of " + retrieval.name(), "retrieval", retrieval.name())
                    .ifPresent(blocks::add);
        }
        for (Flow flow : analysis.plan().augmentation().flows()) {
            waterfall(analysis, flow).ifPresent(blocks::add);
        }
        return blocks;
    }

    /** Each step begins when the one before it ends, at usual times. */
    private static Optional<Block> waterfall(Analysis analysis, Flow flow) {
        Table.Builder table =
                Table.of(
                        "Waterfall of " + flow.name(),
                        "Step",
                        "#Begins",
                        "#Takes",
                        "#80 % interval",
                        "#Ends",
                        "Promised");
        Time begins = new Time(0);
        for (String step : flow.steps()) {
            Optional<Estimate<?>> estimate =
                    analysis.estimate(ResultKey.of("flow", flow.name(), "step", step));
            if (estimate.isEmpty()) {
                return Optional.empty();
            }
            Time ends = new Time(begins.value() + estimate.get().value().likely().value());
            row(table, step, begins.toString(), estimate.get(), ends.toString(), "");
            begins = ends;
        }
        for (String total : List.of("usual", "end-to-end", "cost")) {
            String promised =
                    total.equals("end-to-end")
                            ? flow.endToEnd().map(t -> "at most " + t.value()).orElse("")
                            : "";
            analysis.estimate(ResultKey.of("flow", flow.name(), total))
                    .ifPresent(
                            e ->
                                    row(
                                            table,
                                            IntegrateReport.capital(e.title()),
                                            "",
                                            e,
                                            "",
                                            promised));
        }
        return Optional.of(table.build());
    }

    private static void row(
            Table.Builder table,
            String step,
            String begins,
            Estimate<?> estimate,
            String ends,
            String promised) {
        table.row(
                Table.Cell.of(step),
                Table.Cell.of(begins),
                FigureTable.likely(estimate),
                FigureTable.range(estimate),
                Table.Cell.of(ends),
                Table.Cell.of(promised));
    }
}
