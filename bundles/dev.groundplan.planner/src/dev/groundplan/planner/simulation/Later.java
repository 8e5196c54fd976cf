package dev.groundplan.planner.simulation;

import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerItem;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Time;
import java.util.function.DoubleFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What came, in each run, of building and running together and of what comes back. */
public final class Later {
    private final CurrencyCode currency;
    private final int runs;
    private final double[] cost;
    private final double[] monthly;
    private final Outcomes.Later outcomes;

    Later(CurrencyCode currency, Outcomes outcomes, int runs) {
        this.currency = currency;
        this.runs = runs;
        cost = outcomes.cost();
        monthly = outcomes.monthly();
        this.outcomes = outcomes.later();
    }

    /** Whether anything comes back. */
    public boolean isEarning() {
        return IntStream.range(0, runs).anyMatch(run -> outcomes.earned()[run] != 0);
    }

    /**
     * Cost until release, what is paid at release, and running so long.
     *
     * @param span by its place among those of the model
     */
    public Sample<Money> total(int span) {
        return money(run -> outcomes.totals()[place(run, span)]);
    }

    /** What comes back in the same time, less that. */
    public Sample<Money> gain(int span) {
        return money(
                run -> outcomes.returns()[place(run, span)] - outcomes.totals()[place(run, span)]);
    }

    /** What comes back in the first month. */
    public Sample<PricePerMonth> earned() {
        return sample(run -> outcomes.earned()[run], amount -> new PricePerMonth(money(amount)));
    }

    /** What running costs for each transaction that is handled, in the first month. */
    public Sample<PricePerItem> perTransaction() {
        return sample(
                run -> monthly[run] / outcomes.handled()[run],
                amount -> new PricePerItem(money(amount)));
    }

    /**
     * Time after release until what comes back less running has paid for building, both as in the
     * first month.
     *
     * @param never stands for what takes longer
     */
    public Sample<Time> payback(Time never) {
        return sample(
                run -> {
                    double net = outcomes.earned()[run] - monthly[run];
                    double months = net > 0 ? cost[run] / net : never.months();
                    return Time.months(Math.min(months, never.months())).value();
                },
                Time::new);
    }

    private int place(int run, int span) {
        return run * outcomes.spans() + span;
    }

    private Sample<Money> money(IntToDoubleFunction amount) {
        return sample(amount, this::money);
    }

    private Money money(double amount) {
        return Money.of(amount, currency);
    }

    private <Q extends Quantity<Q>> Sample<Q> sample(
            IntToDoubleFunction value, DoubleFunction<Q> quantity) {
        return new Sample<>(IntStream.range(0, runs).mapToDouble(value).toArray(), quantity);
    }
}
