package dev.groundplan.planner.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final WorkCalendar CALENDAR =
            WorkCalendar.of(MONDAY, WEEK, List.of(LocalDate.of(2027, 3, 3)));

    private static int at(int day, int hour) {
        return day * WorkCalendar.DAY + hour * 60;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 9", // at midnight nobody has begun
        "0, 12, 0, 12",
        "0, 17, 1, 9", // in the evening it is the next morning
        "1, 17, 3, 9", // Wednesday is a holiday
        "4, 17, 7, 9", // over the weekend
        "5, 12, 7, 9"
    })
    void workBeginsInOpenHours(int day, int hour, int beginDay, int beginHour) {
        assertEquals(at(beginDay, beginHour), CALENDAR.begin(at(day, hour)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 9, 8, 0, 17", // a day's work ends in the evening, not the next morning
        "0, 9, 9, 1, 10",
        "1, 9, 16, 3, 17",
        "4, 15, 4, 7, 11",
        "0, 9, 32, 4, 17"
    })
    void workEndsAfterSoManyOpenHours(int day, int hour, int hours, int endDay, int endHour) {
        assertEquals(at(endDay, endHour), CALENDAR.end(at(day, hour), hours * 60));
        assertEquals(at(day, hour), CALENDAR.start(at(endDay, endHour), hours * 60));
    }

    @Property(tries = 2_000)
    void forwardAndBackwardAreEachOthersInverse(
            @ForAll @IntRange(min = -50_000, max = 6_500_000) int moment,
            @ForAll @IntRange(min = 1, max = 500_000) int minutes) {
        int begin = CALENDAR.begin(moment);
        assertTrue(begin >= moment);
        int end = CALENDAR.end(begin, minutes);
        assertEquals(minutes, CALENDAR.between(begin, end));
        assertEquals(begin, CALENDAR.start(end, minutes));
        assertEquals(end, CALENDAR.close(end));
        assertEquals(begin, CALENDAR.begin(begin));
    }

    /** Minute by minute, with the dates of the JDK. */
    @Property(tries = 200)
    void openMinutesAreThoseOfTheWorkingDays(
            @ForAll @IntRange(min = 0, max = 5_890_000) int from,
            @ForAll @IntRange(min = 0, max = 30_000) int length) {
        int open = 0;
        for (int t = from; t < from + length; t++) {
            LocalDate day = MONDAY.plusDays(t / 1440);
            int hour = t % 1440 / 60;
            boolean works =
                    WEEK.contains(day.getDayOfWeek()) && !day.equals(LocalDate.of(2027, 3, 3));
            open += works && hour >= 9 && hour < 17 ? 1 : 0;
        }
        assertEquals(open, CALENDAR.between(from, from + length));
    }

    @Test
    void aCalendarWithoutDaysIsEmpty() {
        assertTrue(WorkCalendar.of(MONDAY, Set.of(), List.of()).isEmpty());
    }
}
