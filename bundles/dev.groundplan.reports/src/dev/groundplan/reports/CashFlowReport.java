package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is paid and earned month by month, and what that adds up to. */
public final class CashFlowReport implements Report<Analysis> {
    /** As many months as a page shows one by one; of a longer flow the years follow. */
    private static final int MONTHS_SHOWN = 60;

    private record Flow(Optional<Estimate<?>> out, Optional<Estimate<?>> in) {}

    @Override
    public String title() {
        return "Cash flow";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        Map<String, Flow> months = months(analysis);
        if (months.isEmpty()) {
            return List.of();
        }
        boolean earns = months.values().stream().anyMatch(flow -> flow.in().isPresent());
        Table.Builder table =
                earns
                        ? Table.of("At medians", "Month", "#Paid", "#Earned", "#Balance so far")
                        : Table.of("At medians", "Month", "#Paid", "#Paid so far");
        List<Chart.Bar> bars = new ArrayList<>();
        Money sum = Money.zero(analysis.plan().currency());
        Money paidInAll = sum;
        int shown = 0;
        for (Map.Entry<String, Flow> month : months.entrySet()) {
            Flow flow = month.getValue();
            Money none = Money.zero(sum.currency());
            Money paid = likely(flow.out(), none);
            paidInAll = paidInAll.plus(paid);
            sum = earns ? sum.minus(paid).plus(likely(flow.in(), none)) : sum.plus(paid);
            if (shown++ < MONTHS_SHOWN) {
                List<Table.Cell> cells = new ArrayList<>();
                cells.add(Table.Cell.of(month.getKey()));
                cells.add(cell(flow.out()));
                if (earns) {
                    cells.add(cell(flow.in()));
                }
                cells.add(Table.Cell.exactly(sum));
                table.row(cells.toArray(Table.Cell[]::new));
                flow.out()
                        .ifPresent(
                                out ->
                                        bars.add(
                                                new Chart.Bar(
                                                        month.getKey(),
                                                        out.value(),
                                                        SourceRange.NOWHERE)));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(table.build());
        if (bars.size() > 1) {
            blocks.add(new Chart("", "Paid", bars));
        }
        blocks.add(
                Prose.of(
                        "Work falls where the schedule of medians has it; the months add up to "
                                + Figures.quantity(paidInAll)
                                + ", building at the sum of the medians of its parts and running"
                                + " over the horizon."
                                + simulated(analysis)
                                + (months.size() > MONTHS_SHOWN
                                        ? " The first "
                                                + MONTHS_SHOWN
                                                + " months are shown; "
                                                + months.size()
                                                + " are counted."
                                        : "")));
        return blocks;
    }

    private static Map<String, Flow> months(Analysis analysis) {
        Map<String, Flow> months = new TreeMap<>();
        for (Estimate<?> estimate : analysis.estimates()) {
            List<String> key = estimate.key().segments();
            if (key.size() == 3 && key.getFirst().equals("cash-flow")) {
                Flow known =
                        months.getOrDefault(
                                key.get(2), new Flow(Optional.empty(), Optional.empty()));
                months.put(
                        key.get(2),
                        key.get(1).equals("out")
                                ? new Flow(Optional.of(estimate), known.in())
                                : new Flow(known.out(), Optional.of(estimate)));
            }
        }
        return months;
    }

    private static Money likely(Optional<Estimate<?>> estimate, Money none) {
        return estimate.flatMap(e -> Dimension.MONEY.cast(e.value()))
                .map(Uncertain::likely)
                .orElse(none);
    }

    /** The median; the interval is in the chart. */
    private static Table.Cell cell(Optional<Estimate<?>> estimate) {
        return estimate.map(
                        e ->
                                new Table.Cell(
                                        Figures.quantity(e.value().likely()),
                                        Optional.of(e.value()),
                                        SourceRange.NOWHERE))
                .orElse(Table.Cell.EMPTY);
    }

    /** The runs have no months; their total is another figure, and says so. */
    private static String simulated(Analysis analysis) {
        return analysis.value(Dimension.MONEY, Promise.FORECAST, "mean", "total", "cost", "horizon")
                .map(
                        mean ->
                                " The simulated runs, in which delays, risks and prices vary, cost "
                                        + Figures.quantity(mean.likely())
                                        + " over the horizon in the mean: that is the total cost of"
                                        + " this plan, and the months do not add up to it.")
                .orElse("");
    }
}
