package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it costs to build and to run, and of what that consists. */
public final class Costs implements Report<Analysis> {
    private static final List<List<String>> WHOLE =
            List.of(
                    List.of("build", "contingency"),
                    List.of("total", "cost", "24-months"),
                    List.of("total", "cost", "36-months"),
                    List.of("total", "cost", "horizon"),
                    List.of("value", "month"),
                    List.of("value", "cost-per-transaction"),
                    List.of("value", "payback"),
                    List.of("value", "gain"));

    @Override
    public String title() {
        return "Cost";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        analysis.estimate(ResultKey.of("build", "cost"))
                .ifPresent(build -> parts(blocks, "Build", build));
        analysis.estimate(ResultKey.of("run", "cost", "month"))
                .ifPresent(run -> parts(blocks, "Run", run));
        Table.Builder whole =
                Table.of("Total and return", "What", "#P50", "#P80", "#80 % interval");
        for (List<String> key : WHOLE) {
            analysis.estimate(new ResultKey(key)).ifPresent(e -> whole.row(cells(e)));
        }
        if (!whole.isEmpty()) {
            blocks.add(whole.build());
        }
        analysis.value(Dimension.RATIO, "cost", "people", "unvalidated")
                .ifPresent(share -> blocks.add(unvalidated(share.likely())));
        return blocks;
    }

    private static Prose unvalidated(Ratio share) {
        return Prose.of(
                "Unvalidated: "
                        + Figures.quantity(share)
                        + " of the P80 of the cost of people rests on judgement, figures for which"
                        + " nobody read a source. Replace them with records of your own: `tasks`,"
                        + " or `prior` in `assumptions`.");
    }

    private static void parts(List<Block> blocks, String title, Estimate<?> total) {
        List<Chart.Bar> bars = new ArrayList<>();
        Table.Builder table =
                Table.of(title, "Part", "#P50", "#P80", "#80 % interval", "#Share of the median");
        for (Input input : total.derivation().inputs()) {
            Optional<? extends Estimate<?>> part = input.estimate();
            boolean isPart = part.isPresent() && isMoney(part.get().value().likely());
            // a total of one part would say the same twice
            if (isPart && !part.get().value().equals(total.value())) {
                row(table, part.get(), total);
                bars.add(
                        new Chart.Bar(
                                IntegrateReport.capital(part.get().title()),
                                part.get().value(),
                                SourceRange.NOWHERE));
            }
        }
        row(table, total, total);
        blocks.add(table.build());
        if (bars.size() > 1) {
            blocks.add(new Chart("", title + " cost", bars));
        }
    }

    private static void row(Table.Builder table, Estimate<?> part, Estimate<?> total) {
        double whole = total.value().likely().value();
        double share = whole == 0 ? 0 : 100 * part.value().likely().value() / whole;
        List<Table.Cell> cells = new ArrayList<>(List.of(cells(part)));
        cells.add(Table.Cell.of(Math.round(share) + " %"));
        table.row(cells.toArray(Table.Cell[]::new));
    }

    private static Table.Cell[] cells(Estimate<?> part) {
        return new Table.Cell[] {
            Table.Cell.of(IntegrateReport.capital(part.title())),
            new Table.Cell(
                    Figures.quantity(part.value().likely()),
                    Optional.of(part.value()),
                    SourceRange.NOWHERE),
            Table.Cell.of(Figures.p80(part.value())),
            Table.Cell.of(part.value().isExact() ? "" : Figures.range(part.value()))
        };
    }

    private static boolean isMoney(Quantity<?> quantity) {
        return quantity instanceof Money || quantity instanceof PricePerMonth;
    }
}
