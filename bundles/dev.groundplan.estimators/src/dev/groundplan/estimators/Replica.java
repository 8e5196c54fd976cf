package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.FlopPerSecond;

/** One replica of a deployment as the roofline sees it. */
record Replica(
        Serving serving,
        Facts facts,
        ParameterEstimation size,
        AcceleratorSpec accelerator,
        Stated<FlopPerSecond> peak,
        ServingMemoryEstimation memory,
        Load load) {
    Keys keys() {
        return Keys.of(serving);
    }

    boolean mixture() {
        return size.architecture().orElseThrow().value().experts().isPresent();
    }

    /** The roofline, its inputs noted in the calculation. */
    Roofline roofline(Calculation c) {
        return new Roofline(c, this);
    }
}
