package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.RunCostEstimation;
import dev.groundplan.planner.schedule.NetworkBuilder;
import dev.groundplan.planner.simulation.CostPart;
import dev.groundplan.planner.simulation.Drawn;
import dev.groundplan.planner.simulation.ModelBuilder;
import dev.groundplan.planner.simulation.Sample;
import dev.groundplan.planner.simulation.Simulation;
import dev.groundplan.planner.simulation.SimulationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What running costs a month in the simulated runs; no schedule is needed for that. */
public final class RunForecast implements Estimator<Plan, RunForecastEstimation> {
    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<RunForecastEstimation> estimation() {
        return RunForecastEstimation.class;
    }

    @Override
    public Optional<RunForecastEstimation> estimate(Plan plan, Facts facts) {
        return of(plan, facts, AllRuns.RUNS, facts.cancellation());
    }

    /**
     * The same of so many runs; empty when nothing costs anything that is known.
     *
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    public static Optional<RunForecastEstimation> of(
            Plan plan, Facts facts, int runs, Cancellation cancellation) {
        List<RunCostEstimation.Part> parts = parts(plan, facts);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        ModelBuilder builder =
                new ModelBuilder(
                        ProjectSchedule.schedule(new NetworkBuilder().build()),
                        plan.currency(),
                        plan.seed());
        int prices = builder.driver(ProjectModel.PRICES);
        Ratio load = facts.prior("simulation.prices", Dimension.RATIO).likely();
        for (RunCostEstimation.Part part : parts) {
            builder.part(new CostPart(part.month().key(), part.month().title()))
                    .monthly(Ratio.ONE, input(part, builder, prices, load));
        }
        SimulationResult result =
                Simulation.run(builder.build(), AllRuns.extent(runs), cancellation);
        Figures figures = new Figures(plan, facts, runs, List.of());
        List<Estimate<?>> all = new ArrayList<>(figures(plan, result.runCost(), figures));
        List<Estimate<PricePerMonth>> means =
                result.parts().stream()
                        .map(
                                part ->
                                        figures.mean(
                                                part.title(),
                                                new PricePerMonth(result.mean(part)),
                                                part.key(),
                                                List.of()))
                        .toList();
        all.addAll(means);
        all.add(
                figures.mean(
                        "Running cost a month, mean of the runs",
                        result.runCost().mean(),
                        ResultKey.of("run", "cost", "month"),
                        means));
        return Optional.of(new RunForecastEstimation(all));
    }

    private static List<Estimate<?>> figures(
            Plan plan, Sample<PricePerMonth> sample, Figures figures) {
        List<Estimate<?>> all =
                new ArrayList<>(figures.percentiles("run-cost", "Running cost a month", sample));
        Budget budget = plan.scope().budget();
        budget.run()
                .filter(cap -> cap.value().currency().equals(plan.currency()))
                .ifPresent(
                        cap ->
                                all.add(
                                        figures.of(
                                                "Chance to run within " + cap.value(),
                                                Uncertain.exactly(sample.shareUpTo(cap.value())),
                                                "chance",
                                                "run-budget")));
        return all;
    }

    private static List<RunCostEstimation.Part> parts(Plan plan, Facts facts) {
        return facts.get(RunCostEstimation.class, plan)
                .map(RunCostEstimation::parts)
                .orElse(List.of());
    }

    private static int input(
            RunCostEstimation.Part part, ModelBuilder builder, int prices, Ratio load) {
        return builder.input(drawn(part), part.month().value(), prices, load);
    }

    /** A part has one draw in a run, whoever asks. */
    static Drawn drawn(RunCostEstimation.Part part) {
        return new Drawn(part.month().title(), "running cost");
    }
}
