package dev.groundplan.planner.simulation;

import dev.groundplan.core.units.GrowthRate;
import dev.groundplan.planner.random.Mix;
import dev.groundplan.planner.schedule.CriticalChain;
import dev.groundplan.planner.schedule.Leveller;
import dev.groundplan.planner.schedule.Network;
import java.util.Arrays;

/** Makes runs, one at a time; holds the memory for it, so that a run allocates nothing. */
final class Runner {
    /** The length of a project beyond which durations are cut, about 500 years of working days. */
    private static final double LONGEST = 60_000_000;

    /** Minutes of a month of 730 hours. */
    private static final double MONTH = 43_800;

    /** Draws are multiples of this, and never 0 or 1. */
    private static final double STEP = 0x1p-52;

    private final Model model;
    private final Outcomes outcomes;
    private final Leveller leveller;
    private final double[] scores;
    private final double[] values;
    private final double[] efforts;
    private final double[] money;
    private final int[] minutes;
    private final int[] starts;
    private final int[] ends;
    private final CriticalChain chain;
    private final int[] critical;
    private final double[] flows = new double[Flow.values().length];

    Runner(Model model, Outcomes outcomes) {
        this.model = model;
        this.outcomes = outcomes;
        Network network = model.network;
        int n = network.size();
        leveller = new Leveller(network);
        scores = new double[model.driverKeys.length];
        values = new double[model.inputs.kinds().length];
        efforts = new double[n];
        money = new double[n];
        minutes = new int[n];
        starts = new int[n];
        ends = new int[n];
        chain = new CriticalChain(network);
        critical = new int[n];
        for (int a = 0; a < n; a++) {
            minutes[a] = network.minutes(a);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = model.inputs.spreads()[i].median();
        }
    }

    /** In how many of the runs so far an activity held up the finish. */
    int critical(int activity) {
        return critical[activity];
    }

    void run(int run) {
        draw(run);
        durations();
        int last = leveller.forward(model.order, minutes, starts, ends);
        int finish = model.goal < 0 ? last : ends[model.goal];
        outcomes.finish()[run] = finish;
        chain.trace(minutes, starts, ends, model.goal);
        for (int i = 0; i < chain.length(); i++) {
            int member = chain.member(i);
            critical[member] += minutes[member] > 0 ? 1 : 0;
        }
        double cost = cost(run, finish);
        outcomes.cost()[run] = cost;
        later(run, cost);
        outcomes.spent()[run] = spent();
    }

    private void draw(int run) {
        int column = run * outcomes.columns();
        for (int d = 0; d < scores.length; d++) {
            scores[d] = Normal.quantile(uniform(model.driverKeys[d], run));
            outcomes.draws()[column + d] = (float) scores[d];
        }
        Model.Inputs inputs = model.inputs;
        for (int i = 0; i < values.length; i++) {
            Model.Kind kind = inputs.kinds()[i];
            if (kind == Model.Kind.EXACT) {
                continue;
            }
            double uniform = uniform(inputs.keys()[i], run);
            double score;
            if (kind == Model.Kind.CHANCE) {
                boolean happens = uniform < values[inputs.probabilities()[i]];
                values[i] = happens ? 1 : 0;
                score = happens ? 1 : -1;
            } else {
                score = Normal.quantile(uniform);
                int driver = inputs.drivers()[i];
                if (driver >= 0) {
                    score = inputs.loads()[i] * scores[driver] + inputs.rests()[i] * score;
                }
                double value = inputs.spreads()[i].at(score);
                values[i] = kind == Model.Kind.ROUNDS ? Math.max(1, Math.rint(value)) : value;
            }
            if (inputs.columns()[i] >= 0) {
                outcomes.draws()[column + inputs.columns()[i]] = (float) score;
            }
        }
    }

    private static double uniform(long key, int run) {
        return ((Mix.at(key, run) >>> 12) + 0.5) * STEP;
    }

    private void durations() {
        Model.Activities activities = model.activities;
        double left = LONGEST;
        for (int a = 0; a < minutes.length; a++) {
            if (activities.factors()[a] == 0) {
                continue;
            }
            double product =
                    product(activities.inputs(), activities.first()[a], activities.first()[a + 1])
                            * share(a);
            efforts[a] = activities.work()[a] ? product : 0;
            int stretch = activities.stretches()[a];
            double factor = activities.factors()[a] * (stretch < 0 ? 1 : values[stretch]);
            double time = Math.min(left, Math.rint(product * factor));
            left -= time;
            minutes[a] = (int) time;
        }
    }

    /** What a later round of a loop takes of the first; nothing when the loop ends before it. */
    private double share(int activity) {
        Model.Activities activities = model.activities;
        int rounds = activities.rounds()[activity];
        if (rounds < 0) {
            return 1;
        }
        int round = activities.round()[activity];
        if (round > values[rounds]) {
            return 0;
        }
        int learning = activities.learning()[activity];
        double share = 1;
        for (int i = 1; i < round && learning >= 0; i++) {
            share *= values[learning];
        }
        return share;
    }

    private double product(int[] inputs, int from, int until) {
        double product = 1;
        for (int i = from; i < until; i++) {
            product *= values[inputs[i]];
        }
        return product;
    }

    private double cost(int run, int finish) {
        Model.Activities activities = model.activities;
        double effort = 0;
        double cost = 0;
        for (int a = 0; a < efforts.length; a++) {
            effort += efforts[a];
            int rate = activities.rates()[a];
            int worth = activities.worths()[a];
            money[a] = rate < 0 ? 0 : efforts[a] * values[rate] * (worth < 0 ? 1 : values[worth]);
            cost += money[a];
            add(run, activities.parts()[a], money[a]);
        }
        Model.Terms terms = model.terms;
        Arrays.fill(flows, 0);
        for (int t = 0; t < terms.factors().length; t++) {
            double term =
                    terms.factors()[t]
                            * product(terms.inputs(), terms.first()[t], terms.first()[t + 1]);
            int activity = terms.activities()[t];
            int from = terms.from()[t];
            if (from >= 0) {
                term *= Math.max(0, finish - from) / MONTH;
            }
            if (activity >= 0) {
                term = minutes[activity] > 0 ? term : 0;
                money[activity] += term;
            }
            add(run, terms.parts()[t], term);
            Flow flow = terms.flows()[t];
            if (flow == Flow.UNTIL_RELEASE) {
                cost += term;
            } else {
                flows[flow.ordinal()] += term;
            }
        }
        outcomes.effort()[run] = effort;
        outcomes.monthly()[run] = flow(Flow.MONTHLY) + flow(Flow.GROWING);
        return cost;
    }

    private double flow(Flow flow) {
        return flows[flow.ordinal()];
    }

    /** What follows the release, in the same run. */
    private void later(int run, double cost) {
        Outcomes.Later later = outcomes.later();
        double earned = flow(Flow.EARNED);
        later.handled()[run] = flow(Flow.HANDLED);
        later.earned()[run] = earned;
        int input = model.later.growth();
        // nothing shrinks by more than all of it
        double growth = input < 0 ? 0 : Math.max(-1, values[input]);
        for (int s = 0; s < later.spans(); s++) {
            double months = model.later.months()[s];
            double grown = GrowthRate.months(months, growth);
            int place = run * later.spans() + s;
            later.totals()[place] =
                    cost
                            + flow(Flow.AT_RELEASE)
                            + flow(Flow.MONTHLY) * months
                            + flow(Flow.GROWING) * grown;
            later.returns()[place] = earned * grown;
        }
    }

    private void add(int run, int part, double amount) {
        if (part >= 0) {
            outcomes.byPart()[run * outcomes.parts() + part] += amount;
        }
    }

    /**
     * What was spent on activities until the first gate that stops the project; NaN when none does.
     */
    private double spent() {
        Model.Gates gates = model.gates;
        int stop = Integer.MAX_VALUE;
        for (int g = 0; g < gates.activities().length; g++) {
            int end = ends[gates.activities()[g]];
            int chance = gates.chances()[g];
            if (chance >= 0 ? values[chance] > 0 : end > gates.latest()[g]) {
                stop = Math.min(stop, end);
            }
        }
        if (stop == Integer.MAX_VALUE) {
            return Double.NaN;
        }
        double spent = 0;
        for (int a = 0; a < money.length; a++) {
            if (ends[a] <= stop) {
                spent += money[a];
            } else if (starts[a] < stop) {
                spent += money[a] * (stop - starts[a]) / (ends[a] - starts[a]);
            }
        }
        return spent;
    }
}
