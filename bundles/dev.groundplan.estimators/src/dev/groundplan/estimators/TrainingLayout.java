package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How a job is split: as written, and where it is not, so that it fits on as few accelerators as
 * possible.
 *
 * @param zero ZeRO stages to try, in this order, where none is written
 */
record TrainingLayout(Parallel parallel, Optional<Hardware> hardware, List<Integer> zero) {
    /** Beyond this, nobody lets a tool choose the number. */
    private static final int MOST_ACCELERATORS = 4096;

    /** The split of a job. */
    record Split(
            Stated<Count> tensor,
            Stated<Count> pipeline,
            Stated<Count> replicas,
            Stated<Count> context,
            Stated<Count> zero,
            Count accelerators) {}

    /** The first layout that fits; where none does, the last that was tried. */
    Optional<TrainingMemoryEstimation> first(
            BiFunction<Split, Facts, TrainingJob> job, Facts facts) {
        Optional<TrainingMemoryEstimation> last = Optional.empty();
        int written = hardware.flatMap(Hardware::count).orElse(0);
        int most = written > 0 || hardware.isEmpty() ? Math.max(1, written) : MOST_ACCELERATORS;
        int least = Math.min(most, Math.max(Math.max(1, written), product()));
        for (long wide = least; wide <= most; wide *= 2) {
            int n = (int) wide;
            for (int stage : parallel.zero().map(List::of).orElse(n == 1 ? List.of(0) : zero)) {
                last = memory(job.apply(split(n, stage), facts), n, facts);
                if (last.isEmpty() || last.get().fits()) {
                    return last;
                }
            }
        }
        return last;
    }

    private Optional<TrainingMemoryEstimation> memory(
            TrainingJob job, int accelerators, Facts facts) {
        TrainingMemoryFormula formula = new TrainingMemoryFormula(job, facts);
        Optional<AcceleratorSpec> accelerator = hardware.map(Hardware::accelerator);
        Ratio usable = facts.prior("memory.training.usable", Dimension.RATIO).likely();
        return formula.parts()
                .flatMap(
                        parts -> {
                            Optional<Estimate<Bytes>> total = formula.total(parts);
                            return total.map(
                                    t ->
                                            new TrainingMemoryEstimation(
                                                    parts,
                                                    t,
                                                    Count.of(accelerators),
                                                    accelerator,
                                                    usable));
                        });
    }

    private Split split(int accelerators, int stage) {
        int replicas = parallel.data().orElse(Math.max(1, accelerators / product()));
        return new Split(
                ways(parallel.tensor()),
                ways(parallel.pipeline()),
                parallel.data().isPresent()
                        ? written(replicas)
                        : Stated.assumed(
                                Count.of(replicas),
                                "the accelerators that the other splits leave",
                                Source.UNKNOWN),
                ways(parallel.context()),
                parallel.zero().isPresent()
                        ? written(stage)
                        : Stated.assumed(
                                Count.of(stage),
                                "the least sharding tried with which the job fits",
                                Source.UNKNOWN),
                Count.of(accelerators));
    }

    /** How many accelerators hold one replica. */
    private int product() {
        long product =
                (long) positive(parallel.tensor())
                        * positive(parallel.pipeline())
                        * positive(parallel.context());
        return (int) Math.min(product, Integer.MAX_VALUE / 2);
    }

    private static int positive(Optional<Integer> ways) {
        return Math.max(1, ways.orElse(1));
    }

    private Stated<Count> ways(Optional<Integer> ways) {
        return ways.isPresent()
                ? written(positive(ways))
                : Stated.assumed(Count.of(1), "not split this way", Source.UNKNOWN);
    }

    private Stated<Count> written(int number) {
        return new Stated<>(Count.of(number), Origin.written(parallel.range()));
    }
}
