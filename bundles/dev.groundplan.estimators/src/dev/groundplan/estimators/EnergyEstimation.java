package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Carbon;
import dev.groundplan.core.units.Energy;
import java.util.List;

/**
 * Electricity at the meter of the data centre, and what making it emits.
 *
 * @param energy of all runs, or of a month of service
 * @param carbon of that energy
 */
public record EnergyEstimation(Estimate<Energy> energy, Estimate<Carbon> carbon)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(energy, carbon);
    }
}
