package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Time;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every number with its interval and its key, grouped as a person would ask for them. */
public final class Estimates implements Report<Analysis> {
    private static final int DRIVERS_SHOWN = 5;

    @Override
    public String title() {
        return "Estimates";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        Map<String, List<Estimate<?>>> groups = new LinkedHashMap<>();
        for (String group : List.of("Build", "Model", "Training", "Serving", "Run", "Work")) {
            groups.put(group, new ArrayList<>());
        }
        for (Estimate<?> estimate : analysis.estimates()) {
            groups.computeIfAbsent(group(estimate), g -> new ArrayList<>()).add(estimate);
        }
        List<Block> blocks = new ArrayList<>();
        groups.forEach(
                (title, estimates) -> {
                    if (!estimates.isEmpty()) {
                        blocks.add(
                                title.equals("Work")
                                        ? work(analysis, estimates)
                                        : table(analysis.plan(), title, estimates));
                    }
                });
        drivers(analysis).ifPresent(blocks::add);
        return blocks;
    }

    private static String group(Estimate<?> estimate) {
        List<String> key = estimate.key().segments();
        return switch (key.getFirst()) {
            case "build", "cost", "finish", "chance", "energy", "carbon" -> "Build";
            case "effort", "duration" -> key.size() == 1 ? "Build" : "Work";
            case "model" -> "Model";
            case "training" -> "Training";
            case "serving" -> "Serving";
            case "run" -> "Run";
            default -> IntegrateReport.capital(key.getFirst());
        };
    }

    private static Table table(Plan plan, String title, List<Estimate<?>> estimates) {
        Table.Builder table = Table.of(title, "What", "#P50", "#P10 … P90", "Key");
        for (Estimate<?> estimate : estimates) {
            boolean isDate =
                    estimate.key().equals(ResultKey.of("finish"))
                            && estimate.value().likely() instanceof Time;
            table.row(
                    Table.Cell.of(IntegrateReport.capital(estimate.title())),
                    new Table.Cell(
                            isDate
                                    ? day(plan, estimate.value().likely())
                                    : Figures.quantity(estimate.value().likely()),
                            Optional.of(estimate.value()),
                            SourceRange.NOWHERE),
                    Table.Cell.of(range(plan, estimate, isDate)),
                    Table.Cell.of(estimate.key().toString()));
        }
        return table.build();
    }

    private static String range(Plan plan, Estimate<?> estimate, boolean isDate) {
        if (estimate.value().isExact()) {
            return "exact";
        }
        return isDate
                ? day(plan, estimate.value().low()) + " … " + day(plan, estimate.value().high())
                : Figures.range(estimate.value());
    }

    private static String day(Plan plan, Quantity<?> time) {
        return Calendar.day(plan, (Time) time).toString();
    }

    /**
     * Effort and calendar time of a piece of work on one line; its keys differ in the first part
     * alone.
     */
    private static Table work(Analysis analysis, List<Estimate<?>> estimates) {
        Table.Builder table =
                Table.of("Work", "What", "#Effort", "#Calendar time", "Key: effort or duration");
        for (Work piece : analysis.plan().work()) {
            Table.Cell effort = figure(analysis, "effort", piece);
            Table.Cell duration = figure(analysis, "duration", piece);
            if (effort.value().isPresent() || duration.value().isPresent()) {
                String key = ResultKey.of(piece.name()).toString();
                table.row(
                        Table.Cell.of(piece.title(), piece.range()),
                        effort,
                        duration,
                        Table.Cell.of("." + key));
            }
        }
        return table.isEmpty() ? table(analysis.plan(), "Work", estimates) : table.build();
    }

    private static Table.Cell figure(Analysis analysis, String what, Work piece) {
        return analysis.estimate(ResultKey.of(what, piece.name()))
                .map(estimate -> Table.Cell.of(estimate.value()))
                .orElse(Table.Cell.EMPTY);
    }

    private static Optional<Block> drivers(Analysis analysis) {
        Optional<Estimate<?>> cost = analysis.estimate(ResultKey.of("build", "cost"));
        if (cost.isEmpty()) {
            return Optional.empty();
        }
        Table.Builder table =
                Table.of("Biggest drivers of the build cost", "What", "#Value", "#Moves it by");
        Driver.of(cost.get()).stream()
                .limit(DRIVERS_SHOWN)
                .forEach(
                        driver ->
                                table.row(
                                        IntegrateReport.capital(driver.input().meaning()),
                                        Origins.value(driver.input()),
                                        driver.effect()));
        return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
    }
}
