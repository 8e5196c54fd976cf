package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Comparison;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The project and its scenarios in columns. */
public final class SideBySide implements Report<Comparison> {
    private record Row(String title, List<String> key) {}

    private static final List<Row> FIGURES =
            List.of(
                    new Row("Total cost over the horizon", List.of("total", "cost", "horizon")),
                    new Row("Gain over the horizon", List.of("value", "gain")),
                    new Row("Memory of a replica", List.of("serving", "memory", "total")),
                    new Row("First token", List.of("serving", "first-token")),
                    new Row("Each further token", List.of("serving", "per-token")));

    @Override
    public String title() {
        return "Scenarios side by side";
    }

    @Override
    public List<Block> render(Comparison comparison) {
        if (comparison.scenarios().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        Table.Builder table = Table.of("", columns(comparison));
        row(table, comparison, "Build cost", a -> cell(Chances.build(a)));
        row(table, comparison, "Run cost", a -> cell(Chances.run(a)));
        row(table, comparison, "Effort of people", a -> cell(Chances.effort(a)));
        for (Row row : FIGURES) {
            row(table, comparison, row.title(), analysis -> cell(analysis, row.key()));
        }
        row(table, comparison, "Finish", SideBySide::finish);
        row(
                table,
                comparison,
                "Chance to keep the build budget",
                a -> chance(Chances.build(a).flatMap(Promise::chance)));
        row(
                table,
                comparison,
                "Chance to keep the deadline",
                a -> chance(Chances.finish(a).flatMap(Promise::chance)));
        row(table, comparison, "Quality gates", SideBySide::gates);
        row(table, comparison, "Findings", SideBySide::findings);
        blocks.add(table.build());
        differences(comparison).ifPresent(blocks::add);
        chart(comparison).ifPresent(blocks::add);
        return blocks;
    }

    private static String[] columns(Comparison comparison) {
        List<String> columns = new ArrayList<>(List.of("What"));
        comparison.all().forEach(option -> columns.add("#" + Comparison.name(option)));
        return columns.toArray(String[]::new);
    }

    /** Left out where no option has the figure. */
    private static void row(
            Table.Builder table,
            Comparison comparison,
            String title,
            Function<Analysis, Table.Cell> cell) {
        List<Table.Cell> cells = new ArrayList<>(List.of(Table.Cell.of(title)));
        comparison.all().stream().map(cell).forEach(cells::add);
        if (cells.stream().skip(1).anyMatch(c -> !c.text().isEmpty())) {
            table.row(cells.toArray(Table.Cell[]::new));
        }
    }

    private static <Q extends Quantity<Q>> Table.Cell cell(Optional<Promise<Q>> figure) {
        return figure.<Table.Cell>map(f -> Table.Cell.of(f.range())).orElse(Table.Cell.EMPTY);
    }

    private static Table.Cell cell(Analysis analysis, List<String> key) {
        return analysis.estimate(new ResultKey(key))
                .<Table.Cell>map(estimate -> Table.Cell.of(estimate.value()))
                .orElse(Table.Cell.EMPTY);
    }

    private static Table.Cell finish(Analysis analysis) {
        return analysis.value(Dimension.TIME, "finish")
                .map(
                        finish ->
                                new Table.Cell(
                                        day(analysis, finish.likely())
                                                + " ("
                                                + day(analysis, finish.low())
                                                + " … "
                                                + day(analysis, finish.high())
                                                + ")",
                                        Optional.of(finish),
                                        analysis.plan().range()))
                .orElse(Table.Cell.EMPTY);
    }

    private static String day(Analysis analysis, Time time) {
        return Calendar.day(analysis.plan(), time).toString();
    }

    private static Table.Cell chance(Optional<Ratio> chance) {
        return chance.map(c -> Table.Cell.of(Math.round(100 * c.value()) + " %"))
                .orElse(Table.Cell.EMPTY);
    }

    private static Table.Cell gates(Analysis analysis) {
        return Table.Cell.of(
                analysis.plan().evaluation().gates().stream()
                        .map(Gate::name)
                        .collect(Collectors.joining(", ")));
    }

    private static Table.Cell findings(Analysis analysis) {
        long errors = count(analysis, Severity.ERROR);
        long warnings = count(analysis, Severity.WARNING);
        return Table.Cell.of(
                errors
                        + (errors == 1 ? " error, " : " errors, ")
                        + warnings
                        + (warnings == 1 ? " warning" : " warnings"));
    }

    private static long count(Analysis analysis, Severity severity) {
        return analysis.findings().stream().map(Finding::severity).filter(severity::equals).count();
    }

    /** At medians, for what is uncertain in all of them is mostly the same thing. */
    private static Optional<Block> differences(Comparison comparison) {
        List<String> columns = new ArrayList<>(List.of("What"));
        comparison.scenarios().forEach(s -> columns.add("#" + Comparison.name(s)));
        Table.Builder table =
                Table.of("Against the project, at medians", columns.toArray(String[]::new));
        difference(table, comparison, "Build cost", a -> value(Chances.build(a)));
        difference(table, comparison, "Run cost", a -> value(Chances.run(a)));
        difference(table, comparison, "Effort of people", a -> value(Chances.effort(a)));
        for (Row row : FIGURES) {
            difference(
                    table,
                    comparison,
                    row.title(),
                    a -> a.estimate(new ResultKey(row.key())).map(Estimate::value));
        }
        difference(table, comparison, "Time to the finish", a -> value(Chances.finish(a)));
        return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
    }

    private static <Q extends Quantity<Q>> Optional<Uncertain<?>> value(
            Optional<Promise<Q>> figure) {
        return figure.map(Promise::range);
    }

    private static void difference(
            Table.Builder table,
            Comparison comparison,
            String title,
            Function<Analysis, Optional<? extends Uncertain<?>>> figure) {
        List<Table.Cell> cells = new ArrayList<>(List.of(Table.Cell.of(title)));
        Optional<? extends Uncertain<?>> base = figure.apply(comparison.project());
        for (Analysis scenario : comparison.scenarios()) {
            Optional<? extends Uncertain<?>> other = figure.apply(scenario);
            boolean both = base.isPresent() && other.isPresent();
            cells.add(Table.Cell.of(both ? difference(base.get(), other.get()) : ""));
        }
        if (cells.stream().skip(1).anyMatch(c -> !c.text().isEmpty())) {
            table.row(cells.toArray(Table.Cell[]::new));
        }
    }

    private static String difference(Uncertain<?> base, Uncertain<?> other) {
        double from = base.likely().value();
        double to = other.likely().value();
        if (from == to) {
            return "the same";
        }
        if (from <= 0) {
            return Figures.quantity(base.likely()) + " → " + Figures.quantity(other.likely());
        }
        long percent = Math.round(100 * (to / from - 1));
        return (percent > 0 ? "+" : percent == 0 ? "±" : "−") + Math.abs(percent) + " %";
    }

    private static Optional<Block> chart(Comparison comparison) {
        ResultKey total = ResultKey.of("total", "cost", "horizon");
        List<Chart.Bar> bars = new ArrayList<>();
        for (Analysis option : comparison.all()) {
            option.estimate(total)
                    .ifPresent(
                            e ->
                                    bars.add(
                                            new Chart.Bar(
                                                    Comparison.name(option),
                                                    e.value(),
                                                    option.plan().range())));
        }
        return bars.size() > 1
                ? Optional.of(new Chart("", "Total cost over the horizon", bars))
                : Optional.empty();
    }
}
