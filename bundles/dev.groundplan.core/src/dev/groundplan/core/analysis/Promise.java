package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Monetary;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Percentiles;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be promised of a number, and how it keeps the limit of the budget: from the simulated
 * runs where there are some, else from its range. The one home of both: summary, scenarios and
 * findings read the same.
 *
 * @param range P10, P50 and P90
 * @param simulated percentiles of the runs, by their probability
 * @param confidence at which the budget wants its limits to hold
 * @param limit of the budget
 * @param chance that it keeps the limit; empty without one, and where the limit is in a currency
 *     that cannot be compared
 */
public record Promise<Q extends Quantity<Q>>(
        Uncertain<Q> range,
        Map<Ratio, Q> simulated,
        Ratio confidence,
        Optional<Q> limit,
        Optional<Ratio> chance) {
    /** Under which all that was simulated stands. */
    public static final String FORECAST = "forecast";

    /** Under which the chances stand. */
    public static final String CHANCE = "chance";

    private static final Ratio HOPELESS = Ratio.percent(1);

    /** Numbers by their keys. */
    public interface Numbers {
        Optional<Estimate<?>> estimate(ResultKey key);

        static Numbers of(List<Estimate<?>> estimates) {
            return key ->
                    estimates.stream()
                            .filter(estimate -> estimate.key().equals(key))
                            .<Estimate<?>>map(estimate -> estimate)
                            .findFirst();
        }
    }

    public Promise {
        simulated = Map.copyOf(simulated);
    }

    /** Cost until release. */
    public static Optional<Promise<Money>> build(Plan plan, Numbers numbers) {
        return of(
                plan,
                numbers,
                Dimension.MONEY,
                "cost",
                plan.scope().budget().build().map(Stated::value),
                ResultKey.of(CHANCE, "budget"),
                ResultKey.of("build", "cost"));
    }

    /** Running cost a month. */
    public static Optional<Promise<PricePerMonth>> run(Plan plan, Numbers numbers) {
        return of(
                plan,
                numbers,
                Dimension.PRICE_PER_MONTH,
                "run-cost",
                plan.scope().budget().run().map(Stated::value),
                ResultKey.of(CHANCE, "run-budget"),
                ResultKey.of("run", "cost", "month"));
    }

    /** Work of people until release. */
    public static Optional<Promise<Effort>> effort(Plan plan, Numbers numbers) {
        return of(
                plan,
                numbers,
                Dimension.EFFORT,
                "effort",
                Optional.empty(),
                ResultKey.of(CHANCE, "effort"),
                ResultKey.of("effort"));
    }

    /** Release, as time from the midnight before the first day. */
    public static Optional<Promise<Time>> finish(Plan plan, Numbers numbers) {
        return of(
                plan,
                numbers,
                Dimension.TIME,
                "finish",
                deadline(plan),
                ResultKey.of(CHANCE, "deadline"),
                ResultKey.of("finish"));
    }

    /** The deadline as time from the midnight before the first day: its whole day counts. */
    public static Optional<Time> deadline(Plan plan) {
        return plan.scope()
                .budget()
                .deadline()
                .map(day -> Time.days(ChronoUnit.DAYS.between(plan.firstDay(), day.value()) + 1));
    }

    /** The name of a percentile among the figures of a forecast: {@code p80}, {@code p72.5}. */
    public static String percentile(Ratio probability) {
        return "p"
                + new BigDecimal(100 * probability.value())
                        .round(MathContext.DECIMAL32)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static <Q extends Quantity<Q>> Optional<Promise<Q>> of(
            Plan plan,
            Numbers numbers,
            Dimension<Q> dimension,
            String forecast,
            Optional<Q> limit,
            ResultKey chance,
            ResultKey unsimulated) {
        Budget budget = plan.scope().budget();
        Ratio confidence = budget.confidence().value();
        Optional<Uncertain<Q>> runs = value(numbers, dimension, ResultKey.of(FORECAST, forecast));
        Optional<Uncertain<Q>> range = runs.or(() -> value(numbers, dimension, unsimulated));
        Map<Ratio, Q> simulated = new HashMap<>();
        if (runs.isPresent()) {
            for (Ratio at : List.of(Ratio.percent(80), Ratio.percent(95), confidence)) {
                value(numbers, dimension, ResultKey.of(FORECAST, forecast, percentile(at)))
                        .ifPresent(known -> simulated.put(at, known.likely()));
            }
        }
        return range.map(
                r -> {
                    Optional<Q> comparable = limit.filter(l -> isComparable(r, l));
                    Optional<Ratio> share =
                            runs.flatMap(s -> value(numbers, Dimension.RATIO, chance))
                                    .map(Uncertain::likely);
                    return new Promise<>(
                            r,
                            simulated,
                            confidence,
                            comparable,
                            comparable.map(
                                    l -> share.orElseGet(() -> Percentiles.chanceOfAtMost(r, l))));
                });
    }

    private static <Q extends Quantity<Q>> Optional<Uncertain<Q>> value(
            Numbers numbers, Dimension<Q> dimension, ResultKey key) {
        return numbers.estimate(key).flatMap(e -> dimension.cast(e.value()));
    }

    private static boolean isComparable(Uncertain<?> range, Quantity<?> limit) {
        return !(limit instanceof Monetary<?> money)
                || range.likely() instanceof Monetary<?> other
                        && other.currency().equals(money.currency());
    }

    /** What it does not exceed with that probability. */
    public Q at(Ratio probability) {
        Q known = simulated.get(probability);
        return known == null ? Percentiles.promised(range, probability) : known;
    }

    /** What holds with the probability that the budget asks for. */
    public Q needed() {
        return at(confidence);
    }

    /** Whether there is a limit that does not hold with the probability that is asked for. */
    public boolean isBroken() {
        return limit.filter(l -> needed().compareTo(l) > 0).isPresent();
    }

    /** Whether not even one case in a hundred keeps the limit. */
    public boolean isHopeless() {
        return chance.filter(c -> c.compareTo(HOPELESS) < 0).isPresent();
    }

    /** {@code 37 %}, {@code below 1 %}; in words where the limit cannot be compared. */
    public String chanceText() {
        return chance.map(Percentiles::chanceText).orElse("other currency");
    }
}
