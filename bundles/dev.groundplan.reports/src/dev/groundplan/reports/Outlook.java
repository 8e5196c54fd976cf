package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** The figures that a project is judged by: as simulated, where it was, else by formula. */
final class Outlook {
    private static final String FORECAST = "forecast";
    private static final Ratio P80 = new Ratio(0.8);

    private Outlook() {}

    /**
     * A figure and the value that it does not exceed in eight cases of ten.
     *
     * @param p80 read off the runs, where there are any
     */
    record Figure<Q extends Quantity<Q>>(Uncertain<Q> value, Q p80) {
        /** The value that it does not exceed with that probability. */
        Q percentile(Ratio probability) {
            return probability.equals(P80) ? p80 : Figures.percentile(value, probability);
        }
    }

    static Optional<Figure<Money>> build(Analysis analysis) {
        return figure(analysis, Dimension.MONEY, "cost", "build", "cost");
    }

    static Optional<Figure<PricePerMonth>> run(Analysis analysis) {
        return figure(analysis, Dimension.PRICE_PER_MONTH, "run-cost", "run", "cost", "month");
    }

    static Optional<Figure<Effort>> effort(Analysis analysis) {
        return figure(analysis, Dimension.EFFORT, "effort", "effort");
    }

    static Optional<Figure<Time>> finish(Analysis analysis) {
        return figure(analysis, Dimension.TIME, "finish", "finish");
    }

    private static <Q extends Quantity<Q>> Optional<Figure<Q>> figure(
            Analysis analysis, Dimension<Q> dimension, String simulated, String... formula) {
        Optional<Uncertain<Q>> known = analysis.value(dimension, formula);
        // where the formula has nothing to say, runs of nothing say nothing either
        return known.map(
                value ->
                        new Figure<>(
                                analysis.value(dimension, FORECAST, simulated).orElse(value),
                                analysis.value(dimension, FORECAST, simulated, "p80")
                                        .map(Uncertain::likely)
                                        .orElseGet(() -> Figures.percentile(value, P80))));
    }
}
