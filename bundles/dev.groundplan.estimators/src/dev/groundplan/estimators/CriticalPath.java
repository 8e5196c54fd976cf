package dev.groundplan.estimators;

import dev.groundplan.core.plan.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** The longest chain of work. */
final class CriticalPath {
    private final WorkOrder order;
    private final double[] durations;
    private final double[] notBefore;
    private final int[] longestBefore;
    private final double[] ends;

    /** Of the places so far, the one that ends last; -1 before any takes time. */
    private final int[] lasts;

    CriticalPath(List<Work> work, ToDoubleFunction<Work> duration) {
        this(new WorkOrder(work), duration);
    }

    CriticalPath(WorkOrder order, ToDoubleFunction<Work> duration) {
        this(order, durations(order, duration), new double[order.size()]);
    }

    /**
     * @param durations by the places of the order
     * @param notBefore the earliest starts, by the places of the order
     */
    CriticalPath(WorkOrder order, double[] durations, double[] notBefore) {
        this.order = order;
        this.durations = durations.clone();
        this.notBefore = notBefore.clone();
        longestBefore = new int[order.size()];
        ends = new double[order.size()];
        lasts = new int[order.size()];
        compute(0);
    }

    /** The same with other durations: what comes before the first that differs stays as it is. */
    void change(IntToDoubleFunction duration) {
        int first = durations.length;
        for (int i = durations.length - 1; i >= 0; i--) {
            double changed = duration.applyAsDouble(i);
            if (changed != durations[i]) {
                durations[i] = changed;
                first = i;
            }
        }
        compute(first);
    }

    private void compute(int first) {
        int last = first > 0 ? lasts[first - 1] : -1;
        for (int i = first; i < ends.length; i++) {
            double start = notBefore[i];
            longestBefore[i] = -1;
            for (int earlier : order.earlier(i)) {
                if (ends[earlier] > start) {
                    start = ends[earlier];
                    longestBefore[i] = earlier;
                }
            }
            ends[i] = start + durations[i];
            if (ends[i] > (last < 0 ? 0 : ends[last])) {
                last = i;
            }
            lasts[i] = last;
        }
    }

    private int last() {
        return lasts.length == 0 ? -1 : lasts[lasts.length - 1];
    }

    private static double[] durations(WorkOrder order, ToDoubleFunction<Work> duration) {
        double[] durations = new double[order.size()];
        Arrays.setAll(durations, i -> duration.applyAsDouble(order.work(i)));
        return durations;
    }

    /** In the unit of the durations. */
    double length() {
        return last() < 0 ? 0 : ends[last()];
    }

    /** When the work at this place of the order ends. */
    double end(int place) {
        return ends[place];
    }

    /** Names in the order of work. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = last(); i >= 0; i = longestBefore[i]) {
            names.add(order.work(i).name());
        }
        return names.reversed();
    }
}
