package dev.groundplan.planner.simulation;

import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What came of the runs of a simulation. */
public final class SimulationResult {
    private static final int SECONDS = 60;

    private final Model model;
    private final int runs;
    private final Sample<Time> finish;
    private final Sample<Effort> effort;
    private final Sample<Money> cost;
    private final Sample<PricePerMonth> monthly;
    private final Sample<Money> spent;
    private final double[] parts;
    private final Later later;
    private final int[] critical;
    private final List<Sensitivity> sensitivities;

    SimulationResult(Model model, Outcomes outcomes, int runs, List<Runner> runners) {
        this.model = model;
        this.runs = runs;
        double[] finishes = Arrays.copyOf(outcomes.finish(), runs);
        double[] costs = Arrays.copyOf(outcomes.cost(), runs);
        finish =
                new Sample<>(
                        Arrays.stream(finishes).map(minutes -> minutes * SECONDS).toArray(),
                        Time::new);
        effort = new Sample<>(Arrays.copyOf(outcomes.effort(), runs), Effort::new);
        cost = new Sample<>(costs, this::money);
        monthly =
                new Sample<>(
                        Arrays.copyOf(outcomes.monthly(), runs),
                        amount -> new PricePerMonth(money(amount)));
        spent =
                new Sample<>(
                        Arrays.stream(outcomes.spent(), 0, runs)
                                .filter(amount -> !Double.isNaN(amount))
                                .toArray(),
                        this::money);
        later = new Later(model.currency, outcomes, runs);
        parts = new double[model.parts.size()];
        for (int i = 0; i < runs * parts.length; i++) {
            parts[i % parts.length] += outcomes.byPart()[i];
        }
        critical = new int[model.network.size()];
        for (Runner runner : runners) {
            for (int a = 0; a < critical.length; a++) {
                critical[a] += runner.critical(a);
            }
        }
        sensitivities =
                sensitivities(new Influence(outcomes, costs), new Influence(outcomes, finishes));
    }

    private Time time(double minutes) {
        return new Time(minutes * SECONDS);
    }

    private Money money(double amount) {
        return Money.of(amount, model.currency);
    }

    private List<Sensitivity> sensitivities(Influence onCost, Influence onFinish) {
        List<Sensitivity> all = new ArrayList<>();
        for (int c = 0; c < model.drawn.size(); c++) {
            all.add(
                    new Sensitivity(
                            model.drawn.get(c),
                            new Ratio(onCost.correlations[c]),
                            new Ratio(onFinish.correlations[c]),
                            money(onCost.lows[c]),
                            money(onCost.highs[c]),
                            time(onFinish.lows[c]),
                            time(onFinish.highs[c])));
        }
        return List.copyOf(all);
    }

    /** How many runs it rests on. */
    public int runs() {
        return runs;
    }

    /** When the last activity ends, from the midnight before the first day. */
    public Sample<Time> finish() {
        return finish;
    }

    /** Work of people until release. */
    public Sample<Effort> effort() {
        return effort;
    }

    /** What the part costs in the mean of the runs, until release or, of what runs, a month. */
    public Money mean(CostPart part) {
        return money(parts[model.parts.indexOf(part)] / runs);
    }

    /** The parts of the cost, in the order in which they were named. */
    public List<CostPart> parts() {
        return model.parts;
    }

    /** Money spent until release, had nothing stopped the project. */
    public Sample<Money> cost() {
        return cost;
    }

    /** What it costs to run. */
    public Sample<PricePerMonth> runCost() {
        return monthly;
    }

    /** What follows the release, in the same runs. */
    public Later later() {
        return later;
    }

    /** In which share of the runs no gate stopped the project. */
    public Ratio reachesProduction() {
        return new Ratio((double) (runs - spent.size()) / runs);
    }

    /** What had been spent on activities where a gate stopped the project. */
    public Sample<Money> spentWhenStopped() {
        return spent;
    }

    /** In which share of the runs an activity held up the finish, itself or through who waited. */
    public Ratio criticality(int activity) {
        return new Ratio((double) critical[activity] / runs);
    }

    /** How much each thing that is drawn moves cost and finish, in the model's order. */
    public List<Sensitivity> sensitivities() {
        return sensitivities;
    }
}
