package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which month sees which share of the cost of building and running, and of the value. */
public final class CashFlow implements Estimator<Plan, CashFlowEstimation> {
    private static final String NAME = CashFlow.class.getSimpleName();

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<CashFlowEstimation> estimation() {
        return CashFlowEstimation.class;
    }

    /** An amount, and the share of it, or so many times it, that each month sees. */
    private record Spread(Estimate<?> amount, double[] shares) {}

    @Override
    public Optional<CashFlowEstimation> estimate(Plan plan, Facts facts) {
        Optional<ProjectTotalsEstimation> totals = facts.get(ProjectTotalsEstimation.class, plan);
        Optional<WorkDatesEstimation> dates = facts.get(WorkDatesEstimation.class, plan);
        if (dates.isEmpty() || totals.flatMap(ProjectTotalsEstimation::build).isEmpty()) {
            return Optional.empty();
        }
        Time release = dates.get().finish().value().likely();
        double after = TotalCost.months(Horizon.of(facts).value());
        Time end = Time.seconds(release.value() + Time.months(after).value());
        Time last = dates.get().duration().value().likely();
        if (Math.max(last.months(), end.months()) > 2.0 * TotalCost.MOST_MONTHS) {
            return Optional.empty();
        }
        Months months = new Months(plan, end.compareTo(last) > 0 ? end : last);
        List<Spread> out = new ArrayList<>();
        people(out, months, totals.get(), dates.get(), facts);
        training(out, months, plan, dates.get(), facts);
        for (ExtraCost extra : ExtraCost.of(ProjectTotals.class.getSimpleName(), plan, facts)) {
            double[] shares = new double[months.size()];
            months.spread(shares, extra.from(), extra.to(), 1);
            out.add(new Spread(extra.cost(), shares));
        }
        double growth = Growth.of(plan).map(g -> g.value().likely().value()).orElse(0.0);
        facts.get(RunCostEstimation.class, plan)
                .map(RunCostEstimation::parts)
                .orElse(List.of())
                .forEach(
                        part ->
                                out.add(
                                        running(
                                                part.month(),
                                                months,
                                                release,
                                                after,
                                                part.grows() ? growth : 0)));
        List<Spread> in = new ArrayList<>();
        facts.get(TotalCostEstimation.class, plan)
                .flatMap(TotalCostEstimation::value)
                .ifPresent(value -> in.add(running(value, months, release, after, growth)));
        return Optional.of(flow(plan, months, out, in));
    }

    /** Each role's cost as its effort falls on the calendar. */
    private static void people(
            List<Spread> out,
            Months months,
            ProjectTotalsEstimation totals,
            WorkDatesEstimation dates,
            Facts facts) {
        Map<String, double[]> byRole = new HashMap<>();
        for (WorkDatesEstimation.Dated step : dates.steps()) {
            facts.get(WorkEffortEstimation.class, step.work())
                    .filter(e -> e.effort().isPresent())
                    .ifPresent(
                            e ->
                                    months.spread(
                                            byRole.computeIfAbsent(
                                                    e.crew().orElseThrow().role(),
                                                    r -> new double[months.size()]),
                                            step.start(),
                                            step.end(),
                                            e.effort().get().value().likely().value()));
        }
        for (ProjectTotalsEstimation.RoleShare role : totals.roles()) {
            double[] days = byRole.get(role.role());
            double sum = 0;
            for (double d : days) {
                sum += d;
            }
            double[] shares = new double[months.size()];
            for (int i = 0; i < days.length; i++) {
                shares[i] = sum > 0 ? days[i] / sum : i == 0 ? 1 : 0;
            }
            role.cost().ifPresent(cost -> out.add(new Spread(cost, shares)));
        }
    }

    private static void training(
            List<Spread> out, Months months, Plan plan, WorkDatesEstimation dates, Facts facts) {
        for (Stage stage : plan.stages()) {
            double[] shares = new double[months.size()];
            Optional<WorkDatesEstimation.Dated> step =
                    dates.steps().stream()
                            .filter(s -> s.work().stage().filter(stage::equals).isPresent())
                            .filter(s -> s.work().name().equals(stage.name()))
                            .findFirst();
            months.spread(
                    shares,
                    step.map(WorkDatesEstimation.Dated::start).orElse(Time.seconds(0)),
                    step.map(WorkDatesEstimation.Dated::end).orElse(Time.seconds(0)),
                    1);
            facts.get(TrainingCostEstimation.class, stage)
                    .ifPresent(e -> out.add(new Spread(e.cost(), shares)));
        }
    }

    /** Paid or earned each month after release. */
    private static Spread running(
            Estimate<PricePerMonth> month,
            Months months,
            Time release,
            double after,
            double growth) {
        double[] shares = new double[months.size()];
        double size = 1;
        for (int i = 0; i < after; i++) {
            double part = Math.min(1, after - i);
            Time from = Time.seconds(release.value() + Time.months(i).value());
            Time to = Time.seconds(from.value() + Time.months(part).value());
            months.spread(shares, from, to, size * part);
            size *= 1 + growth;
        }
        return new Spread(month, shares);
    }

    private static CashFlowEstimation flow(
            Plan plan, Months months, List<Spread> out, List<Spread> in) {
        List<CashFlowEstimation.Month> flow = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            flow.add(
                    new CashFlowEstimation.Month(
                            months.month(i),
                            month(plan, months, i, out, "out", "Paid in "),
                            month(plan, months, i, in, "in", "Earned in ")));
        }
        return new CashFlowEstimation(flow);
    }

    private static Optional<Estimate<Money>> month(
            Plan plan, Months months, int i, List<Spread> spreads, String way, String title) {
        Calculation c = new Calculation(NAME, "Σ share·amount");
        List<Calculation.Term> terms = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (Spread spread : spreads) {
            double share = spread.shares()[i];
            if (share > 0) {
                String rounded = String.valueOf(Math.round(share * 1000) / 1000.0);
                terms.add(c.result(rounded + " ·", spread.amount()));
                shares.add(share);
            }
        }
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        return c.note("where the work falls at median durations")
                .of(
                        new Keys("cash-flow").key(way, months.month(i).toString()),
                        title + months.month(i),
                        amount -> Exchange.money(plan, amount),
                        () -> {
                            double sum = 0;
                            for (int j = 0; j < shares.size(); j++) {
                                sum += shares.get(j) * terms.get(j).value();
                            }
                            return sum;
                        });
    }
}
