package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.util.List;

/**
 * How long training takes.
 *
 * @param utilisation of the dense 16-bit peak: model FLOPs of the whole run for pre-training,
 *     hardware FLOPs for tuning
 * @param hours of the run that counts
 * @param runs whole-run multiples spent in all
 * @param accelerators at work together
 * @param duration on the clock, all runs together
 */
public record TrainingTimeEstimation(
        AcceleratorSpec accelerator,
        Estimate<Ratio> utilisation,
        Estimate<AcceleratorHours> hours,
        Estimate<Count> runs,
        Count accelerators,
        Estimate<Time> duration)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(utilisation, hours, runs, duration);
    }
}
