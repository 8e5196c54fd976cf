package dev.groundplan.planner.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Projects so small that every order can be tried. */
class SmallProjectsTest {
    private record Job(int duration, int[] needs, List<Integer> after) {}

    private static final int HORIZON = 100;

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void noOrderOfSixActivitiesEndsEarlier(@ForAll long seed) {
        Random random = new Random(seed);
        int[] capacity = {2 + random.nextInt(3), 2 + random.nextInt(3)};
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<Integer> after = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                if (random.nextInt(4) == 0) {
                    after.add(j);
                }
            }
            int[] needs = {random.nextInt(capacity[0] + 1), random.nextInt(capacity[1] + 1)};
            jobs.add(new Job(random.nextInt(8), needs, after));
        }
        NetworkBuilder builder = new NetworkBuilder();
        builder.resource("one", capacity[0]);
        builder.resource("other", capacity[1]);
        for (Job job : jobs) {
            int a = builder.activity("job", WorkCalendar.elapsed(), job.duration());
            builder.demand(a, 0, job.needs()[0]).demand(a, 1, job.needs()[1]);
            job.after().forEach(earlier -> builder.order(earlier, a));
        }
        Schedule schedule =
                Scheduler.schedule(builder.build(), Search.usual(6), Cancellation.NEVER);
        Feasibility.check(schedule);
        assertEquals(
                shortest(jobs, new int[6], 0, new int[2][HORIZON], capacity), schedule.finish());
    }

    /** Every order, minute by minute: among the schedules so made is always a shortest. */
    private static int shortest(
            List<Job> jobs, int[] ends, int placed, int[][] taken, int[] capacity) {
        if (placed == (1 << jobs.size()) - 1) {
            int last = 0;
            for (int end : ends) {
                last = Math.max(last, end);
            }
            return last;
        }
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            boolean ready = job.after().stream().allMatch(j -> (placed >> j & 1) == 1);
            if ((placed >> i & 1) == 0 && ready) {
                int start = job.after().stream().mapToInt(j -> ends[j]).max().orElse(0);
                while (!fits(job, start, taken, capacity)) {
                    start++;
                }
                add(job, start, taken, 1);
                ends[i] = start + job.duration();
                best = Math.min(best, shortest(jobs, ends, placed | 1 << i, taken, capacity));
                ends[i] = 0;
                add(job, start, taken, -1);
            }
        }
        return best;
    }

    private static boolean fits(Job job, int start, int[][] taken, int[] capacity) {
        for (int t = start; t < start + job.duration(); t++) {
            if (taken[0][t] + job.needs()[0] > capacity[0]
                    || taken[1][t] + job.needs()[1] > capacity[1]) {
                return false;
            }
        }
        return true;
    }

    private static void add(Job job, int start, int[][] taken, int sign) {
        for (int t = start; t < start + job.duration(); t++) {
            taken[0][t] += sign * job.needs()[0];
            taken[1][t] += sign * job.needs()[1];
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void everyScheduleKeepsToCalendarsCapacitiesAndOrder(@ForAll long seed) {
        Random random = new Random(seed);
        NetworkBuilder builder = new NetworkBuilder();
        LocalDate first = LocalDate.of(2027, 3, 1).plusDays(random.nextInt(7));
        WorkCalendar week =
                WorkCalendar.of(
                        first,
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        List.of(first.plusDays(3), first.plusDays(17)));
        WorkCalendar half = WorkCalendar.of(first, EnumSet.of(DayOfWeek.TUESDAY), List.of());
        WorkCalendar[] calendars = {week, half, WorkCalendar.elapsed()};
        builder.resource("people", 100 + 50 * random.nextInt(3));
        builder.resource("machines", 1 + random.nextInt(8));
        int n = 1 + random.nextInt(30);
        for (int i = 0; i < n; i++) {
            int a = builder.activity("a", calendars[random.nextInt(3)], random.nextInt(6) * 240);
            builder.demand(a, 0, 50 * random.nextInt(3)).demand(a, 1, random.nextInt(2));
            builder.notBefore(a, random.nextInt(4) == 0 ? random.nextInt(20_000) : 0);
            if (i > 0 && random.nextBoolean()) {
                builder.order(random.nextInt(i), i);
            }
        }
        Schedule schedule =
                Scheduler.schedule(builder.build(), new Search(60, 1), Cancellation.NEVER);
        Feasibility.check(schedule);
        assertTrue(schedule.bound() <= schedule.finish());
        for (int a = 0; a < n; a++) {
            assertTrue(schedule.freeSlack(a) >= 0 && schedule.slack(a) >= 0);
        }
        List<Link> chain = schedule.criticalChain();
        assertEquals(schedule.finish(), schedule.end(chain.getLast().activity()));
        for (int i = 1; i < chain.size(); i++) {
            int earlier = schedule.end(chain.get(i - 1).activity());
            int later = schedule.start(chain.get(i).activity());
            assertTrue(earlier <= later, "a chain goes forward");
        }
    }
}
