package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a training job needs in the memory of each accelerator, and where it goes.
 *
 * @param parts weights, gradients, optimizer, activations, logits, runtime, in this order
 * @param total all parts together
 * @param accelerators over which the job is split: as written, else the fewest on which it fits
 * @param accelerator what it runs on, where the stage says so
 * @param usable share of an accelerator's memory that a job can fill
 */
public record TrainingMemoryEstimation(
        List<Estimate<Bytes>> parts,
        Estimate<Bytes> total,
        Count accelerators,
        Optional<AcceleratorSpec> accelerator,
        Ratio usable)
        implements Estimation {
    public TrainingMemoryEstimation {
        parts = List.copyOf(parts);
    }

    public Estimate<Bytes> weights() {
        return parts.get(0);
    }

    public Estimate<Bytes> gradients() {
        return parts.get(1);
    }

    public Estimate<Bytes> optimizer() {
        return parts.get(2);
    }

    public Estimate<Bytes> activations() {
        return parts.get(3);
    }

    public Estimate<Bytes> logits() {
        return parts.get(4);
    }

    public Estimate<Bytes> runtime() {
        return parts.get(5);
    }

    /** What a job may fill of an accelerator. */
    public Optional<Bytes> capacity() {
        return accelerator.map(a -> a.memory().times(usable));
    }

    /** Whether the likely need stays within the capacity; true when no accelerator is named. */
    public boolean fits() {
        return excess().isEmpty();
    }

    /** By how much the likely need exceeds the capacity; empty when it fits. */
    public Optional<Bytes> excess() {
        return capacity()
                .map(capacity -> total.value().likely().minus(capacity))
                .filter(over -> over.value() > 0);
    }

    @Override
    public List<Estimate<?>> estimates() {
        List<Estimate<?>> all = new ArrayList<>(parts);
        all.add(total);
        return all;
    }
}
