package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be promised of a project as a whole, and how probable it is that its limits hold. */
final class Chances {
    private Chances() {}

    static Optional<Promise<Money>> build(Analysis analysis) {
        return Promise.build(analysis.plan(), analysis::estimate);
    }

    static Optional<Promise<PricePerMonth>> run(Analysis analysis) {
        return Promise.run(analysis.plan(), analysis::estimate);
    }

    static Optional<Promise<Effort>> effort(Analysis analysis) {
        return Promise.effort(analysis.plan(), analysis::estimate);
    }

    static Optional<Promise<Time>> finish(Analysis analysis) {
        return Promise.finish(analysis.plan(), analysis::estimate);
    }

    /**
     * The lower of those of budget and deadline: who overruns the one mostly overruns the other.
     */
    static Optional<Ratio> both(Analysis analysis) {
        return Stream.of(
                        build(analysis).flatMap(Promise::chance),
                        finish(analysis).flatMap(Promise::chance))
                .flatMap(Optional::stream)
                .min(Ratio::compareTo);
    }
}
