package dev.groundplan.reports;

import dev.groundplan.core.analysis.Accuracy;
import dev.groundplan.core.units.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far estimates lie from published cases: by quantity, by source, the worst, the missing. */
public final class AccuracyReport implements Report<Accuracy> {
    /** Enough to see what goes wrong; all rows are in the JSON. */
    private static final int WORST = 15;

    @Override
    public String title() {
        return "Accuracy";
    }

    @Override
    public List<Block> render(Accuracy accuracy) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(quantities(accuracy));
        blocks.add(sources(accuracy));
        if (!accuracy.rows().isEmpty()) {
            blocks.add(worst(accuracy));
        }
        if (!accuracy.notCovered().isEmpty()) {
            blocks.add(notCovered(accuracy));
        }
        return blocks;
    }

    private static Table quantities(Accuracy accuracy) {
        Table.Builder table =
                Table.of(
                        "By quantity",
                        "Quantity",
                        "#Cases",
                        "#Covered",
                        "#Sources",
                        "#Error, over sources",
                        "#Error, over cases",
                        "#90th percentile",
                        "#Bias",
                        "#Inside P10–P90",
                        "#Width");
        for (Accuracy.Quantity quantity : accuracy.quantities()) {
            table.row(
                    quantity.name(),
                    Integer.toString(quantity.rows()),
                    Integer.toString(quantity.covered()),
                    Integer.toString(quantity.sources()),
                    percent(quantity.overSources()),
                    percent(quantity.median()),
                    percent(quantity.p90()),
                    signed(quantity.bias()),
                    percent(quantity.inside()),
                    percent(quantity.width()));
        }
        return table.build();
    }

    private static Table sources(Accuracy accuracy) {
        Table.Builder table = Table.of("By source", "Source", "#Cases", "#Covered", "#Error");
        for (Accuracy.PublishedSource source : accuracy.sources()) {
            table.row(
                    source.name(),
                    Integer.toString(source.rows()),
                    Integer.toString(source.covered()),
                    percent(source.median()));
        }
        return table.build();
    }

    private static Table worst(Accuracy accuracy) {
        Table.Builder table =
                Table.of(
                        "Worst cases",
                        "Case",
                        "Quantity",
                        "#Published",
                        "#Estimate",
                        "#Error",
                        "Source");
        accuracy.rows().stream()
                .sorted(
                        Comparator.comparing((Accuracy.Row row) -> -Math.abs(row.error().value()))
                                .thenComparing(Accuracy.Row::id))
                .limit(WORST)
                .forEach(
                        row ->
                                table.row(
                                        Table.Cell.of(row.id()),
                                        Table.Cell.of(row.quantity()),
                                        Table.Cell.exactly(row.published()),
                                        Table.Cell.of(row.estimate()),
                                        Table.Cell.of(signed(Optional.of(row.error()))),
                                        Table.Cell.of(row.source())));
        return table.build();
    }

    private static Table notCovered(Accuracy accuracy) {
        Map<List<String>, Integer> counts = new TreeMap<>(Comparator.comparing(List::toString));
        for (Accuracy.NotCovered one : accuracy.notCovered()) {
            counts.merge(List.of(one.quantity(), one.reason()), 1, Integer::sum);
        }
        Table.Builder table = Table.of("Not covered", "Quantity", "Why", "#Cases");
        counts.forEach(
                (what, count) -> table.row(what.getFirst(), what.getLast(), count.toString()));
        return table.build();
    }

    private static String percent(Optional<Ratio> share) {
        return share.map(Ratio::toString).orElse("");
    }

    private static String signed(Optional<Ratio> share) {
        return share.map(s -> (s.value() > 0 ? "+" : "") + s).orElse("");
    }
}
