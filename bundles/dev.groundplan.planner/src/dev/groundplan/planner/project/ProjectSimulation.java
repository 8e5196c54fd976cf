package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.Span;
import dev.groundplan.planner.schedule.Network;
import dev.groundplan.planner.simulation.Drawn;
import dev.groundplan.planner.simulation.Model;
import dev.groundplan.planner.simulation.Sensitivity;
import dev.groundplan.planner.simulation.Simulation;
import dev.groundplan.planner.simulation.SimulationResult;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a project thousands of times, with people and accelerators levelled in each run. An analysis
 * at every keystroke does without it.
 */
public final class ProjectSimulation {
    private static final String FORECAST = "forecast";
    private static final int STRONGEST = 12;

    private final Plan plan;
    private final Facts facts;
    private final WorkNetwork work;
    private final SimulationResult result;
    private final Figures figures;
    private final boolean isPriced;

    private ProjectSimulation(
            Plan plan,
            Facts facts,
            WorkNetwork work,
            SimulationResult result,
            boolean isPriced,
            List<String> notes) {
        this.plan = plan;
        this.facts = facts;
        this.isPriced = isPriced;
        this.work = work;
        this.result = result;
        figures = new Figures(plan, facts, result.runs(), notes);
    }

    /**
     * What came of the runs; empty when the plan has no work, or there is no schedule of it.
     *
     * @param improving is handed the results of the first runs
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    public static Optional<SimulationEstimation> of(
            Plan plan,
            Facts facts,
            Simulation.Extent extent,
            Cancellation cancellation,
            Consumer<SimulationEstimation> improving) {
        WorkNetwork work = new WorkNetwork(plan, facts);
        Network network = work.network();
        if (plan.work().isEmpty() || !network.obstacles().isEmpty()) {
            return Optional.empty();
        }
        ProjectModel project =
                new ProjectModel(plan, facts, work, ProjectSchedule.schedule(network));
        Model model = project.model();
        List<String> notes = new ArrayList<>();
        notes.add("people and accelerators are levelled in every run");
        boolean isPriced = project.unpriced().isEmpty();
        if (!isPriced) {
            notes.add(
                    "no cost, for there is no rate in "
                            + plan.currency()
                            + " of the people of "
                            + String.join(", ", project.unpriced()));
        }
        SimulationResult result =
                Simulation.run(
                        model,
                        extent,
                        cancellation,
                        first ->
                                improving.accept(
                                        new ProjectSimulation(
                                                        plan, facts, work, first, isPriced, notes)
                                                .estimation()));
        return Optional.of(
                new ProjectSimulation(plan, facts, work, result, isPriced, notes).estimation());
    }

    private SimulationEstimation estimation() {
        List<Estimate<?>> all =
                new ArrayList<>(
                        figures.percentiles(
                                "finish",
                                "Finish, from the first day's midnight",
                                result.finish()));
        all.add(estimate("Finish, from the start", result.finish().interval(), "finish"));
        all.addAll(figures.percentiles("effort", "Effort until release", result.effort()));
        if (isPriced) {
            all.addAll(figures.percentiles("cost", "Cost until release", result.cost()));
            all.addAll(new CostMeans(plan, result, figures).estimates());
            all.addAll(new LaterFigures(Span.of(facts), plan, result.later(), figures).estimates());
            bins(
                    all,
                    "cost",
                    "Cost until release ",
                    Histogram.amounts(result.cost(), plan.currency()));
        }
        chances(all);
        bins(all, "finish", "Finish ", Histogram.months(result.finish(), plan));
        return new SimulationEstimation(result.runs(), all, criticality(), tornado());
    }

    private void bins(List<Estimate<?>> all, String of, String title, List<Histogram.Bin> bins) {
        for (int i = 0; i < bins.size(); i++) {
            String place = i < 9 ? "0" + (i + 1) : Integer.toString(i + 1);
            all.add(
                    estimate(
                            title + bins.get(i).title(),
                            Uncertain.exactly(bins.get(i).share()),
                            FORECAST,
                            "distribution",
                            of,
                            place));
        }
    }

    private void chances(List<Estimate<?>> all) {
        Budget budget = plan.scope().budget();
        budget.build()
                .filter(cap -> isPriced && cap.value().currency().equals(plan.currency()))
                .ifPresent(
                        cap ->
                                all.add(
                                        chance(
                                                "budget",
                                                "Chance to stay within the budget of "
                                                        + cap.value(),
                                                result.cost().shareUpTo(cap.value()))));
        budget.deadline()
                .ifPresent(
                        day -> {
                            long days =
                                    ChronoUnit.DAYS.between(WorkNetwork.first(plan), day.value())
                                            + 1;
                            all.add(
                                    chance(
                                            "deadline",
                                            "Chance to be done by " + day.value(),
                                            result.finish().shareUpTo(Time.days(days))));
                        });
        boolean stops =
                plan.evaluation().gates().stream().anyMatch(gate -> gate.stop().isPresent());
        if (stops) {
            all.add(
                    chance(
                            "production",
                            "Chance to pass every gate that may stop the project",
                            result.reachesProduction()));
        }
        if (isPriced && result.spentWhenStopped().size() > 0) {
            all.add(
                    estimate(
                            "Spent when a gate stops the project, on average",
                            Uncertain.exactly(result.spentWhenStopped().mean()),
                            FORECAST,
                            "spent-when-stopped"));
        }
    }

    private Estimate<Ratio> chance(String key, String title, Ratio share) {
        return estimate(title, Uncertain.exactly(share), "chance", key);
    }

    /**
     * A step holds up the finish in a run when one of its rounds does: at most the sum, and one.
     */
    private List<Estimate<Ratio>> criticality() {
        List<Estimate<Ratio>> all = new ArrayList<>();
        for (Step step : work.steps()) {
            double most =
                    Arrays.stream(WorkNetwork.activities(step))
                            .mapToDouble(a -> result.criticality(a).value())
                            .max()
                            .orElse(0);
            all.add(
                    estimate(
                            "How often " + step.work().title() + " decides the finish",
                            Uncertain.exactly(new Ratio(most)),
                            FORECAST,
                            "criticality",
                            step.work().name()));
        }
        return all;
    }

    private List<SimulationEstimation.Swing> tornado() {
        return result.sensitivities().stream()
                .sorted(Comparator.comparingDouble(ProjectSimulation::strength).reversed())
                .limit(STRONGEST)
                .map(this::swing)
                .toList();
    }

    private static double strength(Sensitivity s) {
        return Math.max(Math.abs(s.onCost().value()), Math.abs(s.onFinish().value()));
    }

    private SimulationEstimation.Swing swing(Sensitivity s) {
        String subject = s.drawn().subject();
        String quantity = s.drawn().quantity();
        String what =
                subject.equals(Drawn.DRIVER)
                        ? "what moves all together: " + quantity
                        : quantity + " of " + subject;
        return new SimulationEstimation.Swing(
                subject,
                quantity,
                estimate(
                        "Rank correlation of cost with " + what,
                        Uncertain.exactly(s.onCost()),
                        FORECAST,
                        "sensitivity",
                        subject,
                        quantity,
                        "cost"),
                estimate(
                        "Rank correlation of finish with " + what,
                        Uncertain.exactly(s.onFinish()),
                        FORECAST,
                        "sensitivity",
                        subject,
                        quantity,
                        "finish"),
                isPriced ? Optional.of(dearer(s, what)) : Optional.empty(),
                estimate(
                        "Finish where " + what + " is in its lowest and highest fifth",
                        Uncertain.between(
                                s.finishLow().min(s.finishHigh()),
                                s.finishHigh().max(s.finishLow())),
                        FORECAST,
                        "tornado",
                        subject,
                        quantity,
                        "finish"));
    }

    private Estimate<Money> dearer(Sensitivity s, String what) {
        return estimate(
                "Cost where " + what + " is in its lowest and highest fifth",
                Uncertain.between(s.costLow().min(s.costHigh()), s.costHigh().max(s.costLow())),
                FORECAST,
                "tornado",
                s.drawn().subject(),
                s.drawn().quantity(),
                "cost");
    }

    private <Q extends Quantity<Q>> Estimate<Q> estimate(
            String title, Uncertain<Q> value, String... key) {
        return figures.of(title, value, key);
    }
}
