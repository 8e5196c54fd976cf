package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Cost;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Subject;
import dev.groundplan.core.units.PricePerMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** What it costs to run a month: machines or tokens, people, cost lines, contracts. */
public final class RunCost implements Estimator<Plan, RunCostEstimation> {
    private static final String NAME = RunCost.class.getSimpleName();

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<RunCostEstimation> estimation() {
        return RunCostEstimation.class;
    }

    @Override
    public Optional<RunCostEstimation> estimate(Plan plan, Facts facts) {
        List<RunCostEstimation.Part> parts = new ArrayList<>();
        Stream.concat(plan.servings().stream(), plan.models().stream())
                .forEach(served -> served(parts, served, facts));
        parts.addAll(OperationWork.costs(NAME, plan, facts));
        plan.costs().costs().forEach(line -> line(parts, line, facts));
        Contracts.minimums(NAME, plan, parts).forEach(parts::add);
        return Optional.of(
                new RunCostEstimation(
                        parts,
                        Calculation.sum(
                                NAME,
                                new Keys("run").key("cost", "month"),
                                "Running cost a month",
                                parts.stream().map(RunCostEstimation.Part::month).toList(),
                                List.of("in the first month after release; growth is not in it"))));
    }

    /** Under the key of the served model's own result, with a title that tells it from others. */
    private static void served(List<RunCostEstimation.Part> parts, Subject served, Facts facts) {
        facts.get(RunningCostEstimation.class, served)
                .map(RunningCostEstimation::month)
                .map(month -> named(month, title(served)))
                .ifPresent(month -> parts.add(new RunCostEstimation.Part(month, true, false)));
    }

    private static String title(Subject served) {
        return switch (served) {
            case Serving s -> "Accelerators of " + s.name();
            case ModelChoice m -> "Tokens of " + m.name();
            default -> served.name();
        };
    }

    private static Estimate<PricePerMonth> named(Estimate<PricePerMonth> month, String title) {
        return new Estimate<>(month.key(), title, month.value(), month.derivation());
    }

    private static void line(List<RunCostEstimation.Part> parts, Cost line, Facts facts) {
        if (line.monthly().isEmpty()) {
            return;
        }
        Calculation c = new Calculation(NAME, "cost = as the file says");
        Calculation.Term amount = c.range("cost", line.name(), line.monthly().get());
        month(
                        c,
                        facts,
                        line.monthly().get().value().likely(),
                        new Keys("run").key("cost", "line", line.name()),
                        line.label().orElse(line.name()),
                        amount::value)
                .ifPresent(month -> parts.add(new RunCostEstimation.Part(month, false, true)));
    }

    private static Optional<Estimate<PricePerMonth>> month(
            Calculation c,
            Facts facts,
            PricePerMonth in,
            ResultKey key,
            String title,
            DoubleSupplier value) {
        return Exchange.rate(c, facts.plan(), in.currency())
                .flatMap(
                        rate ->
                                c.of(
                                        key,
                                        title,
                                        a -> new PricePerMonth(Exchange.money(facts.plan(), a)),
                                        () -> value.getAsDouble() * rate.getAsDouble()));
    }
}
