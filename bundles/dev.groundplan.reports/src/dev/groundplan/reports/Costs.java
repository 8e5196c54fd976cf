package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
                    List.of("value", "gain"),
                    List.of("chance", "payback-24-months"),
                    List.of("chance", "payback-36-months"),
                    List.of("chance", "payback-horizon"));

    @Override
    public String title() {
        return "Cost";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        costs(
                blocks,
                analysis,
                "Build",
                Dimension.MONEY,
                Chances.build(analysis),
                ResultKey.of("build", "cost"));
        costs(
                blocks,
                analysis,
                "Run",
                Dimension.PRICE_PER_MONTH,
                Chances.run(analysis),
                ResultKey.of("run", "cost", "month"));
        together(blocks, analysis);
        analysis.value(Dimension.RATIO, "cost", "people", "unvalidated")
                .ifPresent(share -> blocks.add(unvalidated(share.likely())));
        return blocks;
    }

    /** As simulated, where it was: building and running of the same runs. */
    private static void together(List<Block> blocks, Analysis analysis) {
        boolean simulated =
                analysis.estimate(simulated(ResultKey.of("total", "cost", "horizon"), "mean"))
                        .isPresent();
        Table.Builder whole =
                simulated
                        ? Table.of(
                                "Total and return, of the simulated runs",
                                "What",
                                "#Mean",
                                "#P50",
                                "#P80",
                                "#80 % interval")
                        : Table.of(
                                "Total and return, from medians of the parts",
                                "What",
                                "#P50",
                                "#P80",
                                "#80 % interval");
        for (List<String> segments : WHOLE) {
            ResultKey key = new ResultKey(segments);
            analysis.estimate(key)
                    .map(e -> simulated ? cells(analysis, e) : cells(e))
                    .ifPresent(whole::row);
        }
        if (whole.isEmpty()) {
            return;
        }
        blocks.add(whole.build());
        if (simulated) {
            blocks.add(
                    Prose.of(
                            "Each run has a total of its own: its cost until release, what is paid"
                                    + " at release, and its running cost, month by month with the"
                                    + " growth of the requests. So the mean of the total is the"
                                    + " sum of the means above; its percentiles are no sums of"
                                    + " percentiles. Payback and the cost of one"
                                    + " transaction are those of the first month's value and"
                                    + " running cost; gain and the chances that it pays back count"
                                    + " growth and all that is paid."));
        }
    }

    private static ResultKey simulated(ResultKey key, String figure) {
        return ResultKey.of(
                Stream.concat(Stream.of(Promise.FORECAST, figure), key.segments().stream())
                        .toArray(String[]::new));
    }

    /** With its mean and the P80 of the runs, where they were told. */
    private static Table.Cell[] cells(Analysis analysis, Estimate<?> figure) {
        List<Table.Cell> cells = new ArrayList<>(List.of(cells(figure)));
        cells.add(1, told(analysis.estimate(simulated(figure.key(), "mean")), ""));
        List<String> p80 = new ArrayList<>(List.of(Promise.FORECAST));
        p80.addAll(figure.key().segments());
        p80.add(Promise.percentile(Ratio.percent(80)));
        cells.set(
                3,
                told(
                        analysis.estimate(new ResultKey(p80)),
                        figure.value().isExact() ? "" : Figures.p80(figure.value())));
        return cells.toArray(Table.Cell[]::new);
    }

    private static Table.Cell told(Optional<Estimate<?>> figure, String otherwise) {
        return figure.<Table.Cell>map(e -> Table.Cell.of(e.value()))
                .orElse(Table.Cell.of(otherwise));
    }

    private static Prose unvalidated(Ratio share) {
        return Prose.of(
                "Unvalidated: "
                        + Figures.quantity(share)
                        + " of the P80 of the cost of people rests on judgement, figures for which"
                        + " nobody read a source. Replace them with records of your own: `tasks`,"
                        + " or `prior` in `assumptions`.");
    }

    /** As simulated, where it was: means, for they add up. */
    private static <Q extends Quantity<Q>> void costs(
            List<Block> blocks,
            Analysis analysis,
            String title,
            Dimension<Q> dimension,
            Optional<Promise<Q>> promise,
            ResultKey key) {
        Optional<Estimate<?>> mean = analysis.estimate(simulated(key, "mean"));
        Optional<Q> sum =
                mean.flatMap(e -> dimension.cast(e.value()))
                        .map(Uncertain::likely)
                        .filter(q -> q.value() > 0);
        if (sum.isPresent() && promise.isPresent()) {
            means(blocks, title, dimension, mean.get(), sum.get());
            blocks.add(percentiles(promise.get()));
        } else {
            analysis.estimate(key).ifPresent(total -> parts(blocks, title, total));
        }
    }

    private static <Q extends Quantity<Q>> void means(
            List<Block> blocks, String title, Dimension<Q> dimension, Estimate<?> total, Q sum) {
        List<Estimate<?>> parts = new ArrayList<>();
        List<Q> exact = new ArrayList<>();
        total.derivation().inputs().stream()
                .flatMap(input -> input.estimate().stream())
                .forEach(
                        part ->
                                dimension
                                        .cast(part.value())
                                        .ifPresent(
                                                value -> {
                                                    parts.add(part);
                                                    exact.add(value.likely());
                                                }));
        List<Q> rounded = Addends.rounded(exact, sum);
        Table.Builder table = Table.of(title, "Part", "#Mean", "#Share");
        List<Chart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = IntegrateReport.capital(parts.get(i).title());
            row(table, part, rounded.get(i), exact.get(i), sum);
            bars.add(
                    new Chart.Bar(
                            part,
                            Uncertain.exactly(exact.get(i)),
                            Addends.text(rounded.get(i), sum),
                            SourceRange.NOWHERE));
        }
        row(table, IntegrateReport.capital(total.title()), Addends.rounded(sum), sum, sum);
        blocks.add(table.build());
        if (bars.size() > 1) {
            blocks.add(new Chart("", title + " cost, means", bars));
        }
    }

    private static <Q extends Quantity<Q>> void row(
            Table.Builder table, String part, Q rounded, Q exact, Q sum) {
        table.row(
                Table.Cell.of(part),
                new Table.Cell(
                        Addends.text(rounded, sum),
                        Optional.of(Uncertain.exactly(exact)),
                        SourceRange.NOWHERE),
                Table.Cell.of(Math.round(100 * exact.value() / sum.value()) + " %"));
    }

    private static Prose percentiles(Promise<?> promise) {
        return Prose.of(
                "Means of the simulated runs, which add up. The percentiles of the whole, "
                        + Figures.quantity(promise.range().likely())
                        + " at P50 and "
                        + Figures.quantity(promise.at(Ratio.percent(80)))
                        + " at P80 as in the summary, are no sums: what is dear in one part is"
                        + " rarely dear in all others in the same run.");
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
