package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of the simulated runs: percentiles, chances, who holds up the finish. */
public final class Forecast implements Report<Analysis> {
    private static final String FORECAST = "forecast";
    private static final List<String> FIGURES = List.of("cost", "run-cost", "effort", "finish");
    private static final int MOST_CRITICAL = 8;

    @Override
    public String title() {
        return "Forecast";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        Optional<Estimate<?>> finish = analysis.estimate(ResultKey.of(FORECAST, "finish"));
        if (finish.isEmpty()) {
            return blocks;
        }
        blocks.add(percentiles(analysis));
        Table.Builder chances = Table.of("Chances", "What", "#Share of the runs");
        for (Estimate<?> estimate : chances(analysis)) {
            chances.row(Table.Cell.of(estimate.title()), Table.Cell.of(estimate.value()));
        }
        analysis.estimate(ResultKey.of(FORECAST, "spent-when-stopped"))
                .ifPresent(e -> chances.row(Table.Cell.of(e.title()), Table.Cell.of(e.value())));
        if (!chances.isEmpty()) {
            blocks.add(chances.build());
        }
        criticality(analysis).ifPresent(blocks::add);
        blocks.add(
                Prose.of(
                        runs(finish.get())
                                + " runs; people and accelerators are levelled in each, and what"
                                + " one thing moves, such as the team's expertise, moves together."
                                + " The sections before combine ranges as if they were independent,"
                                + " so that their intervals are narrower."));
        return blocks;
    }

    private static String runs(Estimate<?> estimate) {
        return estimate.derivation().inputs().stream()
                .filter(input -> input.symbol().equals("runs"))
                .map(Input::value)
                .findFirst()
                .orElse("Some");
    }

    private static Table percentiles(Analysis analysis) {
        Table.Builder table =
                Table.of("Percentiles of the runs", "What", "#P10", "#P50", "#P80", "#P95");
        for (String figure : FIGURES) {
            analysis.estimate(ResultKey.of(FORECAST, figure))
                    .filter(e -> !e.value().high().isZero())
                    .ifPresent(
                            e ->
                                    table.row(
                                            Table.Cell.of(e.title()),
                                            cell(analysis, e.value().low()),
                                            cell(analysis, e.value().likely()),
                                            percentile(analysis, figure, "p80"),
                                            percentile(analysis, figure, "p95")));
        }
        return table.build();
    }

    private static Table.Cell percentile(Analysis analysis, String figure, String which) {
        return analysis.estimate(ResultKey.of(FORECAST, figure, which))
                .map(e -> cell(analysis, e.value().likely()))
                .orElse(Table.Cell.EMPTY);
    }

    /** Of times, the day. */
    static <Q extends Quantity<?>> Table.Cell cell(Analysis analysis, Q value) {
        return Table.Cell.of(
                value instanceof Time time
                        ? Calendar.day(analysis.plan(), time).toString()
                        : Figures.quantity(value));
    }

    private static List<Estimate<?>> chances(Analysis analysis) {
        return analysis.estimates().stream()
                .filter(e -> e.key().segments().size() == 2)
                .filter(e -> e.key().segments().getFirst().equals("chance"))
                .toList();
    }

    static List<Estimate<?>> below(Analysis analysis, String part) {
        return analysis.estimates().stream()
                .filter(e -> e.key().segments().size() > 2)
                .filter(e -> e.key().segments().subList(0, 2).equals(List.of(FORECAST, part)))
                .toList();
    }

    private static Optional<Table> criticality(Analysis analysis) {
        List<Work> work = new ArrayList<>(analysis.plan().work());
        Map<String, Ratio> shares = new TreeMap<>();
        for (Estimate<?> estimate : below(analysis, "criticality")) {
            Dimension.RATIO
                    .cast(estimate.value())
                    .map(Uncertain::likely)
                    .filter(share -> !share.isZero())
                    .ifPresent(share -> shares.put(estimate.key().segments().getLast(), share));
        }
        work.removeIf(piece -> !shares.containsKey(piece.name()));
        work.sort(Comparator.comparing((Work piece) -> shares.get(piece.name())).reversed());
        Table.Builder table = Table.of("What decides the finish", "Work", "#Share of the runs");
        work.stream()
                .limit(MOST_CRITICAL)
                .forEach(
                        piece ->
                                table.row(
                                        Table.Cell.of(piece.title(), piece.range()),
                                        Table.Cell.exactly(shares.get(piece.name()))));
        return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
    }
}
