package dev.groundplan.estimators;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.GrowthRate;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** How what depends on the requests grows from month to month. */
final class Growth {
    private Growth() {}

    /** Of the requests, where the file says so. */
    static Optional<Stated<Uncertain<GrowthRate>>> of(Plan plan) {
        return plan.scope().workloads().stream().flatMap(w -> w.growth().stream()).findFirst();
    }

    /**
     * So many months of something that grows by a share each month, in the first month's size; of
     * the last month a part.
     */
    static double months(double months, double growth) {
        double sum = 0;
        double size = 1;
        for (int i = 0; i < months; i++) {
            sum += size * Math.min(1, months - i);
            size *= 1 + growth;
        }
        return sum;
    }
}
