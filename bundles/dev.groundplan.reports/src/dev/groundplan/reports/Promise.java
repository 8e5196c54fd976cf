package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Percentiles;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * What can be promised of a number: from the simulated runs where there are some, else from its
 * range.
 *
 * @param p80 as simulated
 * @param chance to keep the budget's limit, as simulated
 */
record Promise<Q extends Quantity<Q>>(Uncertain<Q> range, Optional<Q> p80, Optional<Ratio> chance) {
    private static final String FORECAST = "forecast";

    static Optional<Promise<Money>> build(Analysis analysis) {
        return of(analysis, Dimension.MONEY, "cost", "budget", "build", "cost");
    }

    /** Not simulated: what a month costs does not hang on how the project went. */
    static Optional<Promise<PricePerMonth>> run(Analysis analysis) {
        return analysis.value(Dimension.PRICE_PER_MONTH, "run", "cost", "month")
                .map(range -> new Promise<>(range, Optional.empty(), Optional.empty()));
    }

    static Optional<Promise<Effort>> effort(Analysis analysis) {
        return of(analysis, Dimension.EFFORT, "effort", "effort", "effort");
    }

    static Optional<Promise<Time>> finish(Analysis analysis) {
        return of(analysis, Dimension.TIME, "finish", "deadline", "finish");
    }

    /**
     * @param forecast the number's name among those of the simulation
     * @param limit the limit's name there
     * @param key of the number without simulation
     */
    static <Q extends Quantity<Q>> Optional<Promise<Q>> of(
            Analysis analysis,
            Dimension<Q> dimension,
            String forecast,
            String limit,
            String... key) {
        Optional<Uncertain<Q>> simulated = analysis.value(dimension, FORECAST, forecast);
        if (simulated.isEmpty()) {
            return analysis.estimate(ResultKey.of(key))
                    .flatMap(e -> dimension.cast(e.value()))
                    .map(range -> new Promise<>(range, Optional.empty(), Optional.empty()));
        }
        return Optional.of(
                new Promise<>(
                        simulated.get(),
                        analysis.value(dimension, FORECAST, forecast, "p80").map(Uncertain::likely),
                        analysis.value(Dimension.RATIO, "chance", limit).map(Uncertain::likely)));
    }

    /** What it does not exceed with that chance. */
    Q at(Ratio confidence) {
        if (p80.isPresent() && confidence.equals(Ratio.percent(80))) {
            return p80.get();
        }
        return Percentiles.promised(range, confidence);
    }

    /** Nothing when the limit is in a currency that cannot be compared. */
    Optional<Ratio> chance(Q limit) {
        return chance.or(() -> Chances.chance(range, limit));
    }
}
