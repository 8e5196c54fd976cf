package dev.groundplan.planner.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.planner.schedule.NetworkBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Projects that come true: each takes what the JDK's own random numbers draw from the stated
 * distributions, and its finish is found by a plain loop over the activities. Eight of ten must end
 * by the P80 that was promised.
 */
class CoverageTest {
    private static final int PROJECTS = 1_000;
    private static final int TASKS = 12;

    @Test
    void eightOfTenProjectsEndByTheirP80() {
        Random nature = new Random(20261123);
        int kept = 0;
        for (int project = 0; project < PROJECTS; project++) {
            List<double[]> days = new ArrayList<>();
            List<List<Integer>> after = new ArrayList<>();
            NetworkBuilder network = Models.beside(TASKS);
            List<Uncertain<Time>> times = new ArrayList<>();
            for (int a = 0; a < TASKS; a++) {
                double likely = 2 + 20 * nature.nextDouble();
                double low = likely * (0.3 + 0.6 * nature.nextDouble());
                double high = likely * (1.1 + 2 * nature.nextDouble());
                days.add(new double[] {low, likely, high});
                times.add(Uncertain.of(Time.days(low), Time.days(likely), Time.days(high)));
                after.add(new ArrayList<>());
                for (int b = 0; b < a; b++) {
                    if (nature.nextInt(4) == 0) {
                        network.order(b, a);
                        after.get(a).add(b);
                    }
                }
            }
            Model model = Models.taking(network, times).build();
            double promised = Models.days(Models.run(model, 1_000, 1), 80);
            kept += finish(days, after, nature) <= promised ? 1 : 0;
        }
        double share = (double) kept / PROJECTS;
        assertTrue(share >= 0.77 && share <= 0.83, () -> "share " + share);
    }

    private static double finish(List<double[]> days, List<List<Integer>> after, Random nature) {
        double[] ends = new double[TASKS];
        double last = 0;
        for (int a = 0; a < TASKS; a++) {
            double start = 0;
            for (int b : after.get(a)) {
                start = Math.max(start, ends[b]);
            }
            ends[a] = start + drawn(days.get(a), nature.nextGaussian());
            last = Math.max(last, ends[a]);
        }
        return last;
    }

    /** Lognormal in two pieces, as the documentation states. */
    private static double drawn(double[] p, double z) {
        double end = z < 0 ? p[0] : p[2];
        return p[1] * Math.pow(end / p[1], Math.abs(z) / 1.2815515655446004);
    }
}
