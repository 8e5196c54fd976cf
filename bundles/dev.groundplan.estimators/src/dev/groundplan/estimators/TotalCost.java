package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.GrowthRate;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Percentiles;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What building and running cost together over the years, and what comes back. */
public final class TotalCost implements Estimator<Plan, TotalCostEstimation> {
    static final String NAME = TotalCost.class.getSimpleName();

    /** Nobody plans further; a longer horizon counts as this. */
    static final int MOST_MONTHS = 600;

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<TotalCostEstimation> estimation() {
        return TotalCostEstimation.class;
    }

    @Override
    public Optional<TotalCostEstimation> estimate(Plan plan, Facts facts) {
        Optional<ProjectTotalsEstimation> totals = facts.get(ProjectTotalsEstimation.class, plan);
        Optional<Estimate<Money>> build = totals.flatMap(ProjectTotalsEstimation::build);
        List<Estimate<Money>> over = new ArrayList<>();
        for (Span span : Span.of(facts)) {
            build.flatMap(b -> total(plan, facts, b, span)).ifPresent(over::add);
        }
        BusinessReturn back = new BusinessReturn(plan, facts);
        return Optional.of(
                new TotalCostEstimation(
                        build.flatMap(b -> contingency(plan, b)),
                        over,
                        Judgement.share(plan, facts),
                        back.value(),
                        back.perTransaction(),
                        build.flatMap(back::payback),
                        over.isEmpty() ? Optional.empty() : back.gain(over.getLast())));
    }

    static double months(Time time) {
        return Math.min(MOST_MONTHS, time.months());
    }

    private static Optional<Estimate<Money>> total(
            Plan plan, Facts facts, Estimate<Money> build, Span span) {
        Calculation c = new Calculation(NAME, "cost = build + once + Σ run·Σ (1 + g)^m");
        Calculation.Term built = c.result("build", build);
        List<Calculation.Term> once =
                ExtraCost.of(ProjectTotals.class.getSimpleName(), plan, facts).stream()
                        .filter(ExtraCost::afterRelease)
                        .map(cost -> c.result("once", cost.cost()))
                        .toList();
        c.shown(Input.of("m", "months after release", span.time()));
        DoubleSupplier run = run(c, plan, facts, span.counted().months());
        return c.note("nominal: no interest and no inflation")
                .of(
                        new Keys("total").key("cost", span.name()),
                        "Total cost " + span.over(),
                        amount -> Exchange.money(plan, amount),
                        () ->
                                built.value()
                                        + once.stream().mapToDouble(Calculation.Term::value).sum()
                                        + run.getAsDouble());
    }

    /** Running for so many months. */
    private static DoubleSupplier run(Calculation c, Plan plan, Facts facts, double months) {
        List<RunCostEstimation.Part> parts =
                facts.get(RunCostEstimation.class, plan)
                        .map(RunCostEstimation::parts)
                        .orElse(List.of());
        Optional<Calculation.Term> growth =
                Growth.of(plan)
                        .filter(g -> parts.stream().anyMatch(RunCostEstimation.Part::grows))
                        .map(g -> c.range("g", "growth of the requests a month", g));
        List<DoubleSupplier> terms = new ArrayList<>();
        for (RunCostEstimation.Part part : parts) {
            Calculation.Term month = c.result("run", part.month());
            terms.add(
                    part.grows() && growth.isPresent()
                            ? () -> month.value() * GrowthRate.months(months, growth.get().value())
                            : () -> month.value() * months);
        }
        return () -> terms.stream().mapToDouble(DoubleSupplier::getAsDouble).sum();
    }

    private static Optional<Estimate<Money>> contingency(Plan plan, Estimate<Money> build) {
        Budget budget = plan.scope().budget();
        double chance = budget.confidence().value().value();
        if (!(chance > 0 && chance < 1)) {
            return Optional.empty();
        }
        Money needed = Percentiles.of(build.value(), new Ratio(chance));
        double extra = Math.max(0, needed.value() - build.value().likely().value());
        return new Calculation(NAME, "contingency = P(confidence) − P50")
                .shown(Input.of("P", build))
                .shown(
                        Input.of(
                                "confidence",
                                "chance at which the budget must hold",
                                budget.confidence()))
                .of(
                        new Keys("build").key("contingency"),
                        "Contingency at " + budget.confidence().value(),
                        amount -> Exchange.money(plan, amount),
                        () -> extra);
    }
}
