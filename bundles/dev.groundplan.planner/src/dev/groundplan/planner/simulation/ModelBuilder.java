package dev.groundplan.planner.simulation;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.planner.random.Mix;
import dev.groundplan.planner.schedule.Schedule;
import dev.groundplan.planner.schedule.WorkCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gathers what is uncertain about a schedule. Inputs and drivers are known by handles, activities
 * by those of the schedule's network. A product of inputs is taken in their base units: a day of
 * effort times a price of a day is money.
 */
public final class ModelBuilder {
    /** Instead of an input: a round, or a month, is as the one before. */
    public static final int SAME = Assembly.NONE;

    private static final int NONE = Assembly.NONE;

    private final Schedule schedule;
    private final CurrencyCode currency;
    private final long seed;
    private final List<Drawn> drivers = new ArrayList<>();
    private final List<Assembly.Entry> entries = new ArrayList<>();
    private final List<Assembly.Term> terms = new ArrayList<>();
    private final List<Assembly.Gate> gates = new ArrayList<>();
    private final Assembly.Task[] tasks;
    private final List<CostPart> parts = new ArrayList<>();
    private int part = NONE;
    private int goal = NONE;
    private int told = Integer.MAX_VALUE;
    private Model.Later later = new Model.Later(new double[0], NONE);

    /**
     * @param schedule whose order of activities every run keeps to
     * @param currency of all money
     * @param seed another seed, other draws
     */
    public ModelBuilder(Schedule schedule, CurrencyCode currency, long seed) {
        this.schedule = schedule;
        this.currency = currency;
        this.seed = seed;
        tasks = new Assembly.Task[schedule.network().size()];
        Arrays.setAll(tasks, a -> new Assembly.Task());
    }

    /** Something that moves many inputs together, such as how experienced the team is. */
    public int driver(String name) {
        drivers.add(new Drawn(Drawn.DRIVER, name));
        return drivers.size() - 1;
    }

    /** An input that nothing else moves. */
    public int input(Drawn drawn, Uncertain<?> value) {
        return input(drawn, value, NONE, Ratio.ZERO);
    }

    /**
     * An input that a driver moves.
     *
     * @param load correlation of the input with its driver in normal scores, from -100 % to 100 %;
     *     two inputs of the same driver correlate with the product of their loads
     */
    public int input(Drawn drawn, Uncertain<?> value, int driver, Ratio load) {
        return add(Model.Kind.DRAWN, Spread.of(value), drawn, driver, load);
    }

    /** How often a loop goes round: a whole number, at least 1. */
    public int rounds(Drawn drawn, Uncertain<Count> value, int driver, Ratio load) {
        return add(Model.Kind.ROUNDS, Spread.of(value), drawn, driver, load);
    }

    /**
     * Something that happens or does not: 1 or 0.
     *
     * @param probability input of the probability
     */
    public int chance(Drawn drawn, int probability) {
        entries.add(
                new Assembly.Entry(
                        Model.Kind.CHANCE,
                        new Spread(0, 1, 1, false, false),
                        drawn,
                        NONE,
                        0,
                        probability));
        return entries.size() - 1;
    }

    private int add(Model.Kind kind, Spread spread, Drawn drawn, int driver, Ratio load) {
        boolean exact = spread.isExact() && kind == Model.Kind.DRAWN;
        double clamped = Math.clamp(load.value(), -1, 1);
        entries.add(
                new Assembly.Entry(
                        exact ? Model.Kind.EXACT : kind,
                        spread,
                        drawn,
                        driver,
                        driver == NONE ? 0 : clamped,
                        NONE));
        return entries.size() - 1;
    }

    /**
     * An activity is work of people.
     *
     * @param people how many full working days are done a day
     * @param effort inputs whose product is the effort
     */
    public ModelBuilder work(int activity, Ratio people, int... effort) {
        tasks[activity].factor = WorkCalendar.WORKING_DAY / people.value();
        tasks[activity].work = true;
        tasks[activity].inputs = effort.clone();
        return this;
    }

    /** The time of an activity is that many times as long, its effort is not. */
    public ModelBuilder slowed(int activity, int input) {
        tasks[activity].stretch = input;
        return this;
    }

    /** An activity takes the time of its calendar that the product of inputs says. */
    public ModelBuilder takes(int activity, int... time) {
        return takes(activity, Ratio.ONE, time);
    }

    /**
     * An activity takes time of its calendar: waiting, or the run of a machine.
     *
     * @param time inputs whose product, times the factor, is the time
     */
    public ModelBuilder takes(int activity, Ratio factor, int... time) {
        tasks[activity].factor = factor.value() / 60;
        tasks[activity].work = false;
        tasks[activity].inputs = time.clone();
        return this;
    }

    /** What a day of the people costs who do the work of an activity. */
    public ModelBuilder paid(int activity, int rate) {
        return paid(activity, rate, NONE);
    }

    /**
     * The same in another currency.
     *
     * @param worth input of what one unit of that currency is worth
     */
    public ModelBuilder paid(int activity, int rate, int worth) {
        tasks[activity].rate = rate;
        tasks[activity].worth = worth;
        tasks[activity].part = part;
        return this;
    }

    /**
     * An activity is part of a loop: it takes place when there are so many rounds, and each round
     * takes that share of the one before.
     *
     * @param round from 1
     * @param learning input of the share, or {@link #SAME}
     */
    public ModelBuilder inRound(int activity, int rounds, int round, int learning) {
        tasks[activity].rounds = rounds;
        tasks[activity].round = round;
        tasks[activity].learning = learning;
        return this;
    }

    /** What is paid from here on, until another is named, is this part of the cost. */
    public ModelBuilder part(CostPart of) {
        part = parts.indexOf(of);
        if (part < 0) {
            part = parts.size();
            parts.add(of);
        }
        return this;
    }

    /** Money spent until release, the product of inputs. */
    public ModelBuilder cost(Ratio factor, int... inputs) {
        terms.add(
                new Assembly.Term(
                        factor.value(), inputs.clone(), NONE, Flow.UNTIL_RELEASE, NONE, part));
        return this;
    }

    /** Money spent with an activity, in each round that takes place the same. */
    public ModelBuilder costOf(int activity, Ratio factor, int... inputs) {
        terms.add(
                new Assembly.Term(
                        factor.value(), inputs.clone(), activity, Flow.UNTIL_RELEASE, NONE, part));
        return this;
    }

    /** Money spent every month after release. */
    public ModelBuilder monthly(Ratio factor, int... inputs) {
        return later(Flow.MONTHLY, factor, inputs);
    }

    /** What follows the release, the product of inputs. */
    public ModelBuilder later(Flow flow, Ratio factor, int... inputs) {
        terms.add(new Assembly.Term(factor.value(), inputs.clone(), NONE, flow, NONE, part));
        return this;
    }

    /**
     * What is drawn and paid from here on comes after the release: it moves neither finish nor cost
     * until release, and is no part of them.
     */
    public ModelBuilder afterRelease() {
        told = entries.size();
        part = NONE;
        return this;
    }

    /**
     * Cost and return are added up over these times after the release.
     *
     * @param growth input of the growth a month, or {@link #SAME}
     */
    public ModelBuilder spans(List<Time> spans, int growth) {
        later = new Model.Later(spans.stream().mapToDouble(Time::months).toArray(), growth);
        return this;
    }

    /**
     * Money spent every month until the finish.
     *
     * @param from moment of the first day that is paid, in minutes
     */
    public ModelBuilder untilFinish(int from, Ratio factor, int... inputs) {
        terms.add(
                new Assembly.Term(
                        factor.value(), inputs.clone(), NONE, Flow.UNTIL_RELEASE, from, part));
        return this;
    }

    /** The finish is the end of this activity; without a goal it is the end of the last. */
    public ModelBuilder goal(int activity) {
        goal = activity;
        return this;
    }

    /** The project is given up after an activity when a chance comes true. */
    public ModelBuilder stopIf(int activity, int chance) {
        gates.add(new Assembly.Gate(activity, chance, Integer.MAX_VALUE));
        return this;
    }

    /** The project is given up after an activity that ends later than this moment, in minutes. */
    public ModelBuilder stopAfter(int activity, int latest) {
        gates.add(new Assembly.Gate(activity, NONE, latest));
        return this;
    }

    /** What was gathered. */
    public Model build() {
        List<Drawn> drawn = new ArrayList<>(drivers);
        int[] columns = new int[entries.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = NONE;
            if (i < told && entries.get(i).kind() != Model.Kind.EXACT) {
                columns[i] = drawn.size();
                drawn.add(entries.get(i).drawn());
            }
        }
        return new Model(
                schedule.network(),
                schedule.order(),
                currency,
                List.copyOf(parts),
                List.copyOf(drawn),
                drivers.stream().mapToLong(this::key).toArray(),
                Assembly.inputs(entries, columns, this::key),
                Assembly.activities(tasks),
                Assembly.terms(terms),
                Assembly.gates(gates),
                later,
                goal);
    }

    private long key(Drawn drawn) {
        return Mix.of(Mix.of(seed, Mix.of(drawn.subject())), Mix.of(drawn.quantity()));
    }
}
