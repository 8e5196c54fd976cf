package dev.groundplan.estimators;

import dev.groundplan.core.plan.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The longest chain of work. */
final class CriticalPath {
    private final WorkOrder order;
    private final int[] longestBefore;
    private final double[] ends;
    private int last = -1;
    private double length;

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
        longestBefore = new int[order.size()];
        ends = new double[order.size()];
        for (int i = 0; i < ends.length; i++) {
            double start = notBefore[i];
            longestBefore[i] = -1;
            for (int earlier : order.earlier(i)) {
                if (ends[earlier] > start) {
                    start = ends[earlier];
                    longestBefore[i] = earlier;
                }
            }
            ends[i] = start + durations[i];
            if (ends[i] > length) {
                length = ends[i];
                last = i;
            }
        }
    }

    private static double[] durations(WorkOrder order, ToDoubleFunction<Work> duration) {
        double[] durations = new double[order.size()];
        Arrays.setAll(durations, i -> duration.applyAsDouble(order.work(i)));
        return durations;
    }

    /** In the unit of the durations. */
    double length() {
        return length;
    }

    /** When the work at this place of the order ends. */
    double end(int place) {
        return ends[place];
    }

    /** Names in the order of work. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = last; i >= 0; i = longestBefore[i]) {
            names.add(order.work(i).name());
        }
        return names.reversed();
    }
}
