package dev.groundplan.planner.simulation;

import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.Arrays;
import java.util.function.DoubleFunction;

/** What came out for one quantity in all runs, held in the quantity's base unit. */
public final class Sample<Q extends Quantity<Q>> {
    private final double[] sorted;
    private final double mean;
    private final DoubleFunction<Q> quantity;

    Sample(double[] values, DoubleFunction<Q> quantity) {
        this.quantity = quantity;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        mean = values.length == 0 ? 0 : sum / values.length;
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** How many runs there were. */
    public int size() {
        return sorted.length;
    }

    /** The arithmetic mean; zero of nothing. */
    public Q mean() {
        return quantity.apply(mean);
    }

    /** The value that so many of the runs stay within, between two of them by proportion. */
    public Q percentile(Ratio share) {
        if (sorted.length == 0) {
            return quantity.apply(0);
        }
        double place = Math.clamp(share.value(), 0, 1) * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        double low = sorted[below];
        return quantity.apply(low + (place - below) * (sorted[above] - low));
    }

    /** P10, P50 and P90. */
    public Uncertain<Q> interval() {
        return Uncertain.of(
                percentile(Ratio.percent(10)),
                percentile(Ratio.percent(50)),
                percentile(Ratio.percent(90)));
    }

    /** Whether each run has a number, and none is beyond all numbers. */
    public boolean isFinite() {
        return Double.isFinite(mean)
                && (sorted.length == 0 || Double.isFinite(sorted[sorted.length - 1]));
    }

    /** In which share of the runs it was this or more. */
    public Ratio shareFrom(Q limit) {
        long enough = Arrays.stream(sorted).filter(value -> value >= limit.value()).count();
        return sorted.length == 0 ? Ratio.ZERO : new Ratio((double) enough / sorted.length);
    }

    /** In which share of the runs it was this or less. */
    public Ratio shareUpTo(Q limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit.value()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length == 0 ? Ratio.ZERO : new Ratio((double) low / sorted.length);
    }
}
