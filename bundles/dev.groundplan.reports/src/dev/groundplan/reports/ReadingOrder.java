package dev.groundplan.reports;

import dev.groundplan.core.analysis.Estimate;
import java.util.Comparator;
import java.util.List;

/** Numbers in the order in which a person asks for them: how much work, how long, what it costs. */
final class ReadingOrder {
    private static final List<String> FIGURES =
            List.of(
                    "parameters",
                    "active-parameters",
                    "trainable-parameters",
                    "tokens",
                    "flop",
                    "mfu",
                    "memory",
                    "memory-per-accelerator",
                    "first-token",
                    "per-token",
                    "throughput",
                    "requests-per-replica",
                    "replicas",
                    "replicas-later",
                    "accelerators",
                    "accelerator-hours",
                    "runs",
                    "duration",
                    "cost");

    /** By figure; the parts of a figure before the figure, as a sum is read. */
    static final Comparator<Estimate<?>> COMPARATOR =
            Comparator.<Estimate<?>>comparingInt(ReadingOrder::place).thenComparing(Estimate::key);

    private ReadingOrder() {}

    private static int place(Estimate<?> estimate) {
        for (String segment : estimate.key().segments().reversed()) {
            int place = FIGURES.indexOf(segment);
            if (place >= 0) {
                return place;
            }
        }
        return FIGURES.size();
    }
}
