package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.RegionSpec;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Carbon;
import dev.groundplan.core.units.Energy;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Accelerator-hours as electricity and carbon. */
record EnergyFormula(
        String estimator,
        Keys keys,
        String of,
        AcceleratorSpec accelerator,
        Optional<RegionSpec> region,
        Facts facts) {
    private static final double WATTS_A_KILOWATT = 1000;

    /**
     * @param hours accelerator-hours, their terms added to the calculation
     * @param share prior of the average power over the rated power
     * @param key ends of the results' keys
     */
    Optional<EnergyEstimation> estimate(
            Calculation c, DoubleSupplier hours, String share, String... key) {
        Calculation.Term watts =
                accelerator
                        .power()
                        .map(
                                w ->
                                        c.exact(
                                                "W",
                                                "rated power of " + accelerator.name(),
                                                new Stated<>(w, Accelerators.origin(accelerator))))
                        .orElseGet(() -> c.constant("W", facts, "energy.accelerator"));
        Calculation.Term power = c.plainPrior("p", facts, share);
        Calculation.Term node = c.plainPrior("node", facts, "energy.node-overhead");
        Calculation.Term pue =
                region.flatMap(r -> r.pue().map(p -> c.exact("PUE", "of " + r.name(), from(r, p))))
                        .orElseGet(() -> c.plainPrior("PUE", facts, "energy.pue"));
        return c.of(
                        keys.key(ends("energy", key)),
                        "Electricity " + of,
                        Energy::new,
                        () ->
                                hours.getAsDouble()
                                        * watts.value()
                                        * power.value()
                                        * node.value()
                                        * pue.value()
                                        / WATTS_A_KILOWATT)
                .flatMap(energy -> carbon(energy, key).map(g -> new EnergyEstimation(energy, g)));
    }

    private Optional<Estimate<Carbon>> carbon(Estimate<Energy> energy, String... key) {
        Calculation c = new Calculation(estimator, "CO2 = E·grid");
        Calculation.Term e = c.result("E", energy);
        Calculation.Term grid =
                region.flatMap(
                                r ->
                                        r.grid()
                                                .map(
                                                        g ->
                                                                c.exact(
                                                                        "grid",
                                                                        "carbon intensity of "
                                                                                + r.name(),
                                                                        from(r, g))))
                        .orElseGet(() -> c.constant("grid", facts, "energy.grid"));
        return c.note("of the electricity; making the machines is not in it")
                .of(
                        keys.key(ends("carbon", key)),
                        "Carbon " + of,
                        Carbon::new,
                        () -> e.value() * grid.value());
    }

    private static <Q> Stated<Q> from(RegionSpec region, Q value) {
        return new Stated<>(
                value, new Origin.FromCatalogue(region.name(), region.source(), region.range()));
    }

    private static String[] ends(String first, String... rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
