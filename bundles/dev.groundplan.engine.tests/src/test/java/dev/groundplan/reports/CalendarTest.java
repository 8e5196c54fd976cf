package dev.groundplan.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
    private final List<Work> work = new ArrayList<>();
    private final List<Estimate<?>> estimates = new ArrayList<>();

    /** Hours since the midnight before the first day, Monday 2027-01-11. */
    private void step(String name, int start, int end, boolean critical) {
        work.add(Analyses.work(name));
        estimates.add(hours(start, name, "start"));
        estimates.add(hours(end, name, "end"));
        estimates.add(hours(0, name, "slack"));
        estimates.add(
                Analyses.estimate(
                        Uncertain.exactly(critical ? Ratio.ONE : Ratio.ZERO),
                        "schedule",
                        name,
                        "critical"));
    }

    private static Estimate<Time> hours(int hours, String name, String what) {
        return Analyses.estimate(Uncertain.exactly(Time.hours(hours)), "schedule", name, what);
    }

    private List<String> spans() {
        Analysis analysis = Analyses.of(work, estimates.toArray(Estimate[]::new));
        return new Calendar(analysis)
                .spans(analysis).stream()
                        .map(
                                s ->
                                        s.label()
                                                + " "
                                                + s.start()
                                                + " "
                                                + s.end()
                                                + " "
                                                + s.late()
                                                + (s.critical() ? " critical" : " slack"))
                        .toList();
    }

    @Test
    void stepsStandInTheOrderInWhichTheyBegin() {
        step("late", 33, 41, true);
        step("first", 9, 17, false);
        assertEquals(
                List.of(
                        "Work first 2027-01-11 2027-01-11 2027-01-11 slack",
                        "Work late 2027-01-12 2027-01-12 2027-01-12 critical"),
                spans());
    }

    @Test
    void lateIsWhatTheStepAloneTakesLongerThanItsMedian() {
        step("a", 9, 17, true);
        estimates.add(
                Analyses.estimate(
                        Uncertain.of(Time.days(1), Time.days(1), Time.days(3)), "duration", "a"));
        assertEquals(List.of("Work a 2027-01-11 2027-01-11 2027-01-13 critical"), spans());
    }

    @Test
    void workWithoutDatesIsNotOnTheCalendar() {
        work.add(Analyses.work("unknown"));
        assertEquals(List.of(), spans());
    }

    @ParameterizedTest
    @CsvSource({"0, 2027-01-11", "17, 2027-01-11", "23, 2027-01-11", "24, 2027-01-12"})
    void anHourBelongsToItsDay(int hours, String day) {
        Analysis analysis = Analyses.of(work);
        assertEquals(day, Calendar.day(analysis.plan(), Time.hours(hours)).toString());
    }
}
