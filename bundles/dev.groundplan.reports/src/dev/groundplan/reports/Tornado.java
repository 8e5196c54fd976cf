package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What moves cost and finish, and by how much, the strongest first. */
public final class Tornado implements Report<Analysis> {
    private static final String COST = "cost";
    private static final String FINISH = "finish";

    /** What is drawn once for many inputs, such as the team's expertise. */
    private static final String DRIVER = "driver";

    @Override
    public String title() {
        return "What moves cost and finish";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        chart(analysis, COST, "Cost until release").ifPresent(blocks::add);
        chart(analysis, FINISH, "Finish").ifPresent(blocks::add);
        if (!blocks.isEmpty()) {
            blocks.add(correlations(analysis));
            blocks.add(
                    Prose.of(
                            "A bar reaches from the mean of the runs in which the input lies in"
                                    + " its lowest fifth to the mean of those in which it lies in"
                                    + " its highest. What moves together is drawn once for all,"
                                    + " and shows in each of them."));
        }
        return blocks;
    }

    private static Optional<Chart> chart(Analysis analysis, String of, String title) {
        List<Estimate<?>> swings =
                new ArrayList<>(
                        Forecast.below(analysis, "tornado").stream()
                                .filter(e -> e.key().segments().getLast().equals(of))
                                .filter(e -> !e.value().isExact())
                                .toList());
        swings.sort(Comparator.comparingDouble(e -> -width(e.value())));
        List<Chart.Bar> bars =
                swings.stream()
                        .map(
                                e ->
                                        new Chart.Bar(
                                                label(e.key().segments().subList(2, 4)),
                                                e.value(),
                                                Forecast.cell(analysis, e.value().low()).text()
                                                        + " … "
                                                        + Forecast.cell(analysis, e.value().high())
                                                                .text(),
                                                SourceRange.NOWHERE))
                        .toList();
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Chart(title, "mean, lowest and highest fifth", Chart.Form.SPANS, bars));
    }

    private static double width(Uncertain<?> range) {
        return range.high().value() - range.low().value();
    }

    private static Table correlations(Analysis analysis) {
        Map<List<String>, Double> strength = new HashMap<>();
        for (Estimate<?> estimate : Forecast.below(analysis, "sensitivity")) {
            strength.merge(
                    estimate.key().segments().subList(2, 4),
                    Math.abs(estimate.value().likely().value()),
                    Math::max);
        }
        List<List<String>> strongest = new ArrayList<>(strength.keySet());
        strongest.sort(
                Comparator.comparingDouble((List<String> key) -> -strength.get(key))
                        .thenComparing(List::toString));
        Table.Builder table =
                Table.of("Rank correlation", "What", "#With the cost", "#With the finish");
        for (List<String> key : strongest) {
            table.row(
                    Table.Cell.of(label(key)),
                    correlation(analysis, key, COST),
                    correlation(analysis, key, FINISH));
        }
        return table.build();
    }

    private static Table.Cell correlation(Analysis analysis, List<String> key, String of) {
        Optional<Uncertain<Ratio>> found =
                analysis.value(
                        Dimension.RATIO, "forecast", "sensitivity", key.get(0), key.get(1), of);
        return found.map(Table.Cell::of).orElse(Table.Cell.EMPTY);
    }

    private static String label(List<String> key) {
        return key.get(0).equals(DRIVER)
                ? key.get(1) + ", moving all together"
                : key.get(1) + " of " + key.get(0);
    }
}
