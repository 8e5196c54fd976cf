package dev.groundplan.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {
    @Test
    void workStartsWhenAllBeforeItHasEnded() {
        Analysis analysis =
                Analyses.of(
                        List.of(
                                Analyses.work("a"),
                                Analyses.work("short", "a"),
                                Analyses.work("long", "a"),
                                Analyses.work("last", "short", "long")),
                        days("a", 1),
                        days("short", 2),
                        days("long", 5),
                        days("last", 1));
        assertEquals(
                List.of(
                        "Work a 2027-01-11 2027-01-12 critical",
                        "Work short 2027-01-12 2027-01-14 slack",
                        "Work long 2027-01-12 2027-01-17 critical",
                        "Work last 2027-01-17 2027-01-18 critical"),
                spans(analysis));
    }

    @Test
    void aCircleEndsAndTheRestIsPlanned() {
        Analysis analysis =
                Analyses.of(
                        List.of(
                                Analyses.work("a"),
                                Analyses.work("b", "c"),
                                Analyses.work("c", "b"),
                                Analyses.work("self", "self")),
                        days("a", 3),
                        days("b", 1),
                        days("c", 1),
                        days("self", 1));
        assertEquals(4, spans(analysis).size());
    }

    @Test
    void aChainOfFiveThousandNeedsNoStack() {
        List<Work> chain = new ArrayList<>();
        List<Estimate<?>> durations = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            chain.add(i == 0 ? Analyses.work("w0") : Analyses.work("w" + i, "w" + (i - 1)));
            durations.add(days("w" + i, 1));
        }
        Analysis analysis = Analyses.of(chain, durations.toArray(Estimate[]::new));
        List<Timeline.Span> spans = new Calendar(analysis).spans();
        assertEquals(LocalDate.of(2027, 1, 11).plusDays(5_000), spans.getLast().end());
    }

    private static Estimate<Time> days(String work, double days) {
        return Analyses.estimate(Uncertain.exactly(Time.days(days)), "duration", work);
    }

    private static List<String> spans(Analysis analysis) {
        return new Calendar(analysis)
                .spans().stream()
                        .map(
                                s ->
                                        s.label()
                                                + " "
                                                + s.start()
                                                + " "
                                                + s.end()
                                                + (s.critical() ? " critical" : " slack"))
                        .toList();
    }
}
