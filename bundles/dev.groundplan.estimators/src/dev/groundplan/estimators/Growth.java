package dev.groundplan.estimators;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.GrowthRate;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/** How what depends on the requests grows from month to month. */
public final class Growth {
    private Growth() {}

    /** Of the requests, where the file says so. */
    public static Optional<Stated<Uncertain<GrowthRate>>> of(Plan plan) {
        return plan.scope().workloads().stream().flatMap(w -> w.growth().stream()).findFirst();
    }
}
