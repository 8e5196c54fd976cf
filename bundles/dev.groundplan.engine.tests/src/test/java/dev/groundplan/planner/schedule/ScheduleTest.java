package dev.groundplan.planner.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final int DAY = WorkCalendar.WORKING_DAY;
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final WorkCalendar WEEK =
            WorkCalendar.of(MONDAY, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), List.of());

    private final NetworkBuilder builder = new NetworkBuilder();

    private Schedule schedule() {
        Network network = builder.build();
        Schedule schedule =
                Scheduler.schedule(network, Search.usual(network.size()), Cancellation.NEVER);
        Feasibility.check(schedule);
        return schedule;
    }

    private static int evening(int day) {
        return day * WorkCalendar.DAY + 17 * 60;
    }

    private static int morning(int day) {
        return day * WorkCalendar.DAY + 9 * 60;
    }

    @Test
    void waitingGoesOnOverTheWeekendAndWorkDoesNot() {
        int work = builder.activity("work", WEEK, 4 * DAY); // Monday to Thursday
        int approval = builder.activity("approval", WorkCalendar.elapsed(), 3 * WorkCalendar.DAY);
        int rest = builder.activity("rest", WEEK, 2 * DAY);
        builder.order(work, approval).order(approval, rest);
        Schedule schedule = schedule();
        assertEquals(evening(3), schedule.end(work));
        assertEquals(evening(6), schedule.end(approval)); // Sunday
        assertEquals(morning(7), schedule.start(rest));
        assertEquals(evening(8), schedule.finish());
        assertEquals(schedule.bound(), schedule.finish());
    }

    @Test
    void twoPeopleDoInHalfTheTimeWhatOneDoesInARow() {
        int one = builder.resource("one", 100);
        int two = builder.resource("two", 200);
        for (int i = 0; i < 4; i++) {
            builder.demand(builder.activity("of one", WEEK, DAY), one, 100);
            builder.demand(builder.activity("of two", WEEK, DAY), two, 100);
        }
        Schedule schedule = schedule();
        assertEquals(evening(3), schedule.finish());
        assertEquals(
                IntStream.range(0, 4)
                        .mapToObj(day -> new LoadStep(morning(day), evening(day), 100))
                        .toList(),
                schedule.load(one));
    }

    @Test
    void theChainGoesThroughPeopleToo() {
        int role = builder.resource("role", 100);
        int first = builder.activity("first", WEEK, DAY);
        int second = builder.activity("second", WEEK, 2 * DAY);
        int aside = builder.activity("aside", WEEK, DAY);
        builder.demand(first, role, 100).demand(second, role, 100);
        builder.order(first, aside);
        int before = builder.activity("before", WEEK, 0);
        builder.order(before, first);
        Schedule schedule = schedule();
        assertEquals(evening(2), schedule.finish());
        List<Link> chain = schedule.criticalChain();
        assertEquals(OptionalInt.of(role), chain.getLast().resource());
        assertTrue(schedule.isCritical(first) && schedule.isCritical(second));
        assertFalse(schedule.isCritical(aside));
        assertEquals(DAY, schedule.slack(aside));
    }

    @Test
    void slackIsWhatAnActivityMayBeLater() {
        int longer = builder.activity("longer", WEEK, 5 * DAY);
        int shorter = builder.activity("shorter", WEEK, 2 * DAY);
        int end = builder.milestone("release");
        builder.order(longer, end).order(shorter, end);
        Schedule schedule = schedule();
        assertEquals(0, schedule.slack(longer));
        assertEquals(3 * DAY, schedule.slack(shorter));
        assertEquals(3 * DAY, schedule.freeSlack(shorter));
        assertEquals(evening(4), schedule.start(end));
    }

    @Test
    void nothingBeginsBeforeItsDay() {
        int late = builder.activity("late", WEEK, DAY);
        builder.notBefore(late, 12 * WorkCalendar.DAY); // a Saturday
        assertEquals(morning(14), schedule().start(late));
    }

    @Test
    void aChainOfTenThousandIsAChain() {
        int n = 10_000;
        for (int i = 0; i < n; i++) {
            builder.activity("link", WEEK, DAY);
        }
        // written backwards, so that nothing is in order by chance
        IntStream.range(1, n).forEach(i -> builder.order(i, i - 1));
        Schedule schedule = schedule();
        assertEquals(n, schedule.criticalChain().size());
        assertEquals(DAY * n, WEEK.between(0, schedule.finish()));
    }

    @Test
    void tenThousandTasksOfOnePersonHangOnThatPerson() {
        int n = 10_000;
        int role = builder.resource("role", 100);
        for (int i = 0; i < n; i++) {
            builder.demand(builder.activity("task", WEEK, DAY), role, 100);
        }
        Schedule schedule = schedule();
        assertEquals(DAY * n, WEEK.between(0, schedule.finish()));
        List<Link> chain = schedule.criticalChain();
        assertEquals(n, chain.size());
        assertTrue(chain.stream().skip(1).allMatch(l -> l.resource().equals(OptionalInt.of(role))));
    }

    @Test
    void aCircleIsNamedFromItsFirst() {
        int a = builder.activity("a", WEEK, DAY);
        int b = builder.activity("b", WEEK, DAY);
        int c = builder.activity("c", WEEK, DAY);
        int behind = builder.activity("behind", WEEK, DAY);
        builder.order(b, c).order(c, a).order(a, b).order(c, behind);
        Network network = builder.build();
        assertEquals(List.of(new Obstacle.Circle(List.of(a, b, c))), network.obstacles());
        assertThrows(
                IllegalArgumentException.class,
                () -> Scheduler.schedule(network, Search.usual(4), Cancellation.NEVER));
    }

    @Test
    void aRoleThatNobodyFillsIsAnObstacle() {
        int role = builder.resource("role", 0);
        int a = builder.activity("a", WEEK, DAY);
        builder.demand(a, role, 100);
        assertEquals(List.of(new Obstacle.TooFew(a, role, 100, 0)), builder.build().obstacles());
    }

    @Test
    void aCalendarWithoutWorkingDaysIsAnObstacle() {
        int a = builder.activity("a", WorkCalendar.of(MONDAY, Set.of(), List.of()), DAY);
        builder.milestone("release");
        assertEquals(List.of(new Obstacle.NoWorkingDay(a)), builder.build().obstacles());
    }

    @Test
    void aDurationBeyondTheCalendarIsAnObstacle() {
        builder.activity("a", WorkCalendar.elapsed(), Integer.MAX_VALUE);
        assertTrue(builder.build().obstacles().getFirst() instanceof Obstacle.TooLong);
    }

    @Test
    void whoeverIsCancelledStops() {
        builder.activity("a", WEEK, DAY);
        Network network = builder.build();
        assertThrows(
                Cancellation.Cancelled.class,
                () -> Scheduler.schedule(network, Search.usual(1), () -> true));
    }

    @Test
    void nothingToDoIsDoneAtOnce() {
        assertEquals(0, schedule().finish());
    }

    @Test
    void manyFirstDaysAreNoLongerThanTheLastOfThem() {
        int year = 365 * WorkCalendar.DAY;
        for (int i = 0; i < 3_000; i++) {
            builder.notBefore(builder.activity("task " + i, WEEK, 1), 10 * year);
        }
        assertEquals(List.of(), builder.build().obstacles());
    }
}
