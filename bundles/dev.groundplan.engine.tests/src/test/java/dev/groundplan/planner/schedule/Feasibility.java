package dev.groundplan.planner.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/** Whether a schedule keeps to everything, found out from its dates alone. */
final class Feasibility {
    private Feasibility() {}

    static void check(Schedule schedule) {
        Network network = schedule.network();
        int n = network.size();
        for (int a = 0; a < n; a++) {
            int activity = a;
            assertTrue(schedule.start(a) >= network.notBefore[a], () -> "too early: " + activity);
            assertEquals(
                    network.minutes(a),
                    network.calendar(a).between(schedule.start(a), schedule.end(a)),
                    () -> "works longer or shorter: " + activity);
            for (int i = network.firstBefore[a]; i < network.firstBefore[a + 1]; i++) {
                int earlier = network.before[i];
                assertTrue(
                        schedule.end(earlier) <= schedule.start(a),
                        () -> activity + " does not wait for " + earlier);
            }
        }
        for (int resource = 0; resource < network.resources().size(); resource++) {
            check(schedule, resource);
        }
    }

    /** Ends come before begins of the same moment. */
    private static void check(Schedule schedule, int resource) {
        Network network = schedule.network();
        long[] events =
                java.util.stream.IntStream.range(0, network.size())
                        .boxed()
                        .flatMap(
                                a ->
                                        network.demands(a).stream()
                                                .filter(d -> d.resource() == resource)
                                                .filter(d -> network.minutes(a) > 0)
                                                .flatMap(
                                                        d ->
                                                                java.util.stream.Stream.of(
                                                                        event(
                                                                                schedule.start(a),
                                                                                d.units()),
                                                                        event(
                                                                                schedule.end(a),
                                                                                -d.units()))))
                        .mapToLong(Long::longValue)
                        .toArray();
        Arrays.sort(events);
        int taken = 0;
        for (long event : events) {
            taken += (int) (event & 0xFFFFF) - 0x80000;
            assertTrue(taken <= network.capacity(resource), "too much of resource " + resource);
        }
        assertEquals(0, taken);
    }

    private static long event(int moment, int change) {
        return ((long) moment << 20) | (change + 0x80000);
    }
}
