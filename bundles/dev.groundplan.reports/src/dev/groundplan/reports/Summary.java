package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Driver;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One page for those who decide: what it costs, when it is done, what that hangs on. */
public final class Summary implements Report<Analysis> {
    private static final Ratio P80 = Ratio.percent(80);
    private static final int DRIVERS_SHOWN = 5;

    @Override
    public String title() {
        return "Summary";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        Plan plan = analysis.plan();
        List<Block> blocks = new ArrayList<>();
        plan.scope().goal().ifPresent(goal -> blocks.add(Prose.of("Goal: " + goal.value())));
        Table figures = figures(analysis);
        if (!figures.rows().isEmpty()) {
            blocks.add(figures);
        }
        blocks.add(Prose.list("Decision asked:", decisions(analysis)));
        analysis.estimate(ResultKey.of("build", "cost"))
                .flatMap(Summary::drivers)
                .ifPresent(blocks::add);
        return blocks;
    }

    private static Table figures(Analysis analysis) {
        Budget budget = analysis.plan().scope().budget();
        Table.Builder table =
                Table.of(
                        "",
                        "What",
                        "#P50",
                        "#P80",
                        "#80 % interval",
                        "#Limit",
                        "#Chance to keep it");
        Chances.build(analysis).ifPresent(cost -> row(table, "Build cost", cost, budget.build()));
        Chances.run(analysis).ifPresent(cost -> row(table, "Run cost", cost, budget.run()));
        Chances.effort(analysis)
                .ifPresent(effort -> row(table, "Effort of people", effort, Optional.empty()));
        Chances.finish(analysis).ifPresent(finish -> finish(table, analysis.plan(), finish));
        return table.build();
    }

    private static <Q extends Quantity<Q>> void row(
            Table.Builder table, String what, Promise<Q> promise, Optional<Stated<Q>> limit) {
        Uncertain<Q> value = promise.range();
        table.row(
                Table.Cell.of(what),
                new Table.Cell(
                        Figures.quantity(value.likely()), Optional.of(value), SourceRange.NOWHERE),
                Table.Cell.of(Figures.quantity(promise.at(P80))),
                Table.Cell.of(Figures.range(value)),
                limit.map(l -> Table.Cell.of(Figures.quantity(l.value()), l.range()))
                        .orElse(Table.Cell.of("none set")),
                Table.Cell.of(limit.map(l -> promise.chanceText()).orElse("")));
    }

    private static void finish(Table.Builder table, Plan plan, Promise<Time> promise) {
        Uncertain<Time> finish = promise.range();
        table.row(
                Table.Cell.of("Finish"),
                new Table.Cell(
                        Calendar.day(plan, finish.likely()).toString(),
                        Optional.of(finish),
                        SourceRange.NOWHERE),
                Table.Cell.of(Calendar.day(plan, promise.at(P80)).toString()),
                Table.Cell.of(
                        Calendar.day(plan, finish.low())
                                + " … "
                                + Calendar.day(plan, finish.high())),
                Table.Cell.of(
                        plan.scope()
                                .budget()
                                .deadline()
                                .map(d -> d.value().toString())
                                .orElse("none set")),
                Table.Cell.of(promise.limit().map(limit -> promise.chanceText()).orElse("")));
    }

    private static List<String> decisions(Analysis analysis) {
        Plan plan = analysis.plan();
        Budget budget = plan.scope().budget();
        List<String> asked = new ArrayList<>();
        long errors = count(analysis, Severity.ERROR);
        if (errors > 0) {
            asked.add(
                    (errors == 1 ? "One error is" : errors + " errors are")
                            + " open (last section). Settle that first: the figures may not hold.");
        }
        Chances.build(analysis)
                .ifPresent(
                        cost ->
                                asked.add(
                                        limit(
                                                "Build budget",
                                                cost,
                                                budget.build(),
                                                budget,
                                                "to build")));
        Chances.run(analysis)
                .ifPresent(
                        cost ->
                                asked.add(
                                        limit("Run budget", cost, budget.run(), budget, "to run")));
        Chances.finish(analysis).ifPresent(finish -> asked.add(finish(plan, budget, finish)));
        asked.addAll(Hosting.sentences(analysis));
        if (plan.models().isEmpty()) {
            asked.add("Model: none is chosen yet, so nothing that depends on its size is counted.");
        }
        if (asked.isEmpty()) {
            asked.add("Nothing can be estimated yet: say more in the file.");
        }
        return asked;
    }

    private static <Q extends Quantity<Q>> String limit(
            String what,
            Promise<Q> cost,
            Optional<Stated<Q>> limit,
            Budget budget,
            String purpose) {
        Ratio confidence = budget.confidence().value();
        String needed = Figures.quantity(cost.at(confidence));
        if (limit.isEmpty()) {
            return what
                    + ": none is set. Approve "
                    + needed
                    + " "
                    + purpose
                    + ", which holds with a chance of "
                    + confidence
                    + ", or set another.";
        }
        Optional<Ratio> chance = cost.chance();
        String cap = Figures.quantity(limit.get().value());
        if (chance.isPresent() && chance.get().compareTo(confidence) >= 0) {
            return what
                    + ": approve "
                    + cap
                    + "; the chance that it suffices is "
                    + cost.chanceText()
                    + ", "
                    + confidence
                    + " are asked for.";
        }
        return what
                + ": "
                + cap
                + " do not hold at "
                + confidence
                + " (chance: "
                + cost.chanceText()
                + "). Raise it to "
                + needed
                + ", or cut what drives it.";
    }

    private static String finish(Plan plan, Budget budget, Promise<Time> finish) {
        Ratio confidence = budget.confidence().value();
        String day = Calendar.day(plan, finish.at(confidence)).toString();
        if (finish.limit().isEmpty()) {
            return "Deadline: none is set. " + day + " holds with a chance of " + confidence + ".";
        }
        String set = budget.deadline().orElseThrow().value().toString();
        return finish.chance().orElse(Ratio.ZERO).compareTo(confidence) >= 0
                ? "Deadline: keep "
                        + set
                        + "; the chance to meet it is "
                        + finish.chanceText()
                        + "."
                : "Deadline: "
                        + set
                        + " does not hold at "
                        + confidence
                        + " (chance: "
                        + finish.chanceText()
                        + "). Move it to "
                        + day
                        + ", or cut the work.";
    }

    private static long count(Analysis analysis, Severity severity) {
        return analysis.findings().stream()
                .map(Finding::severity)
                .filter(s -> s == severity)
                .count();
    }

    private static Optional<Block> drivers(Estimate<?> cost) {
        List<Driver> drivers = Driver.of(cost);
        if (drivers.isEmpty()) {
            return Optional.empty();
        }
        Table.Builder table =
                Table.of(
                        "What moves the build cost most, each alone with all else at its median",
                        "What",
                        "#Value",
                        "#Moves the build cost by",
                        "Says who");
        drivers.stream()
                .limit(DRIVERS_SHOWN)
                .forEach(
                        driver ->
                                table.row(
                                        Table.Cell.of(
                                                IntegrateReport.capital(driver.input().meaning())),
                                        new Table.Cell(
                                                Origins.value(driver.input()),
                                                driver.input().range(),
                                                driver.input()
                                                        .origin()
                                                        .place()
                                                        .orElse(SourceRange.NOWHERE)),
                                        Table.Cell.of(Figures.factor(driver.swing().value())),
                                        Table.Cell.of(Origins.reason(driver.input().origin()))));
        return Optional.of(table.build());
    }
}
