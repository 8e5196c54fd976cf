package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Driver;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every number with its interval and its key, grouped as a person would ask for them. */
public final class Estimates implements Report<Analysis> {
    private static final int DRIVERS_SHOWN = 5;
    private static final String BUILD = "Build";
    private static final String MODEL = "Model";
    private static final String TRAINING = "Training";
    private static final String SERVING = "Serving";
    private static final String RUN = "Run";
    private static final String TOTAL = "Total and return";
    private static final String WORK = "Work";
    private static final String AROUND = "Around the model";
    private static final String MONTHS = "Cash flow, not listed: the plan has it month by month";
    private static final String EVALUATION = "Evaluation and labelling";
    private static final String FORECAST = "Forecast";
    private static final String DATES = "Dates and what moves them, not listed: the plan has them";
    private static final List<String> GROUPS =
            List.of(
                    BUILD,
                    FORECAST,
                    MODEL,
                    TRAINING,
                    AROUND,
                    SERVING,
                    EVALUATION,
                    RUN,
                    TOTAL,
                    WORK);

    @Override
    public String title() {
        return "Estimates";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        for (String group : GROUPS) {
            Map<String, List<Estimate<?>>> tables = new TreeMap<>();
            for (Estimate<?> estimate : analysis.estimates()) {
                if (group(estimate).equals(group)) {
                    tables.computeIfAbsent(title(group, estimate), t -> new ArrayList<>())
                            .add(estimate);
                }
            }
            tables.forEach((title, estimates) -> blocks.add(block(analysis, title, estimates)));
        }
        drivers(analysis).ifPresent(blocks::add);
        return blocks;
    }

    private static Block block(Analysis analysis, String title, List<Estimate<?>> estimates) {
        if (title.equals(WORK)) {
            return work(analysis, estimates);
        }
        if (!title.equals(BUILD)) {
            estimates.sort(ReadingOrder.COMPARATOR);
        }
        return table(analysis.plan(), title, estimates);
    }

    private static String group(Estimate<?> estimate) {
        List<String> key = estimate.key().segments();
        return switch (key.getFirst()) {
            case "effort", "duration" ->
                    key.size() == 1 || key.get(1).equals("by-role") ? BUILD : WORK;
            case "model" -> MODEL;
            case "training" -> TRAINING;
            case "request", "retrieval", "flow" -> AROUND;
            case "serving" -> SERVING;
            case "evaluation", "labelling" -> EVALUATION;
            case "run" -> RUN;
            case "total", "value" -> TOTAL;
            case "cash-flow" -> MONTHS;
            case "schedule" -> key.size() > 2 ? DATES : BUILD;
            case "chance" -> FORECAST;
            case "forecast" ->
                    List.of("sensitivity", "tornado", "criticality", "distribution")
                                    .contains(key.get(1))
                            ? DATES
                            : FORECAST;
            default -> BUILD;
        };
    }

    /** Each stage has a table of its own. */
    private static String title(String group, Estimate<?> estimate) {
        List<String> key = estimate.key().segments();
        return group.equals(TRAINING) && key.size() > 2 ? TRAINING + ": " + key.get(1) : group;
    }

    private static Table table(Plan plan, String title, List<Estimate<?>> estimates) {
        Table.Builder table = Table.of(title, "What", "#P50", "#P10 … P90", "Key");
        for (Estimate<?> estimate : estimates) {
            boolean isDate =
                    estimate.key().equals(ResultKey.of("finish"))
                            && estimate.value().likely() instanceof Time;
            table.row(
                    Table.Cell.of(isDate ? "Finish" : IntegrateReport.capital(estimate.title())),
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
        Map<ResultKey, Estimate<?>> known = analysis.byKey();
        for (Work piece : analysis.plan().work()) {
            Table.Cell effort = figure(known, "effort", piece);
            Table.Cell duration = figure(known, "duration", piece);
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

    private static Table.Cell figure(Map<ResultKey, Estimate<?>> known, String what, Work piece) {
        Estimate<?> estimate = known.get(ResultKey.of(what, piece.name()));
        return estimate == null ? Table.Cell.EMPTY : Table.Cell.of(estimate.value());
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
                                        Figures.factor(driver.swing().value())));
        return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
    }
}
