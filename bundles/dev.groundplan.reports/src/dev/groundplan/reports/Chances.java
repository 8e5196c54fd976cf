package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Percentiles;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** How probable it is that the limits of the budget hold. */
final class Chances {
    private Chances() {}

    /** That building costs no more than allowed; as simulated, where it was. */
    static Optional<Ratio> build(Analysis analysis) {
        return analysis.plan()
                .scope()
                .budget()
                .build()
                .flatMap(l -> Promise.build(analysis).flatMap(cost -> cost.chance(l.value())));
    }

    /** That it is done by the deadline; as simulated, where it was. */
    static Optional<Ratio> deadline(Analysis analysis) {
        return deadline(analysis.plan())
                .flatMap(limit -> Promise.finish(analysis).flatMap(f -> f.chance(limit)));
    }

    /** The lower of the two, for who overruns the one mostly overruns the other. */
    static Optional<Ratio> both(Analysis analysis) {
        return Stream.of(build(analysis), deadline(analysis))
                .flatMap(Optional::stream)
                .min(Ratio::compareTo);
    }

    /** The deadline as time from the start: its whole day counts. */
    static Optional<Time> deadline(Plan plan) {
        Budget budget = plan.scope().budget();
        return budget.deadline()
                .map(
                        day ->
                                Time.days(
                                        ChronoUnit.DAYS.between(Calendar.dayZero(plan), day.value())
                                                + 1));
    }

    /** Nothing when the limit is in a currency that cannot be compared. */
    static <Q extends Quantity<Q>> Optional<Ratio> chance(Uncertain<Q> value, Q limit) {
        try {
            return Optional.of(Percentiles.chanceOfAtMost(value, limit));
        } catch (IllegalArgumentException otherCurrency) {
            return Optional.empty();
        }
    }
}
