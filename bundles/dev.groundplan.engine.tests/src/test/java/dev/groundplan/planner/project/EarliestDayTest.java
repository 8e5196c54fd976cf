package dev.groundplan.planner.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that must not begin before a day. The project starts on a Monday, 2027-03-01. */
class EarliestDayTest {
    private static final double NINE = 9 / 24.0;
    private static final LocalDate START = LocalDate.of(2027, 3, 1);

    private final Engine engine = Engine.create();

    private AnalysedFile read(String body) {
        return engine.analyse(
                "p.genai",
                Path.of("p.genai").toAbsolutePath(),
                "project p {\n start " + START + "\n" + body + "\n}\n",
                new Engine.Settings(LocalDate.of(2026, 11, 23), 1),
                Cancellation.NEVER);
    }

    private Analysis analysis(String body) {
        return read(body).projects().getFirst();
    }

    private static Uncertain<Time> time(Analysis analysis, String... key) {
        return analysis.value(Dimension.TIME, key).orElseThrow();
    }

    /** From the midnight before the first day, at medians. */
    private static double days(Analysis analysis, String... key) {
        return time(analysis, key).likely().days();
    }

    private static double until(String day) {
        return START.until(LocalDate.parse(day), ChronoUnit.DAYS);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-09-01, 2027-09-01", // a Wednesday
        "2027-09-04, 2027-09-06", // a Saturday
        "2027-09-07, 2027-09-08", // a holiday
    })
    void peopleBeginOnTheFirstWorkingDayThatIsAllowed(String notBefore, String begins) {
        Analysis plan =
                analysis(
                        "tasks { holiday 2027-09-07  task audit { effort 3 days  not-before "
                                + notBefore
                                + " } }");
        assertEquals(until(begins) + NINE, days(plan, "schedule", "audit", "start"), 1e-9);
    }

    @Test
    void whatFollowsWaitsToo() {
        Analysis plan =
                analysis(
                        "tasks { task audit { effort 1 days  not-before 2028-05-02 }"
                                + " task report { effort 1 days  after audit } }");
        assertTrue(days(plan, "schedule", "report", "start") >= until("2028-05-03"));
        assertTrue(days(plan, "finish") >= until("2028-05-03"));
    }

    @Test
    void aDayThatHasPassedWhenItsTurnComesChangesNothing() {
        String task = "tasks { task audit { effort 3 days  after integrate %s } }";
        Analysis without = analysis(task.formatted(""));
        Analysis with = analysis(task.formatted("not-before 2027-03-02"));
        for (String what : List.of("start", "end", "slack")) {
            assertEquals(
                    time(without, "schedule", "audit", what),
                    time(with, "schedule", "audit", what));
        }
        assertEquals(time(without, "finish"), time(with, "finish"));
    }

    @Test
    void waitingBeginsOnAnyDayOfTheWeek() {
        Analysis plan =
                analysis("tasks { approval board { duration 10 days  not-before 2027-09-04 } }");
        assertEquals(until("2027-09-04"), days(plan, "schedule", "board", "start"), 1e-9);
        assertEquals(until("2027-09-14"), days(plan, "schedule", "board", "end"), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alignment { prompt it { technique few-shot  not-before 2029-01-08 } }",
                "data { dataset d { purpose tuning  examples 5k  tokens 2M } }"
                        + " model { existing Qwen/Qwen2.5-7B-Instruct }"
                        + " alignment { fine-tune it { on d  hardware 1 x L40S  not-before"
                        + " 2029-01-08 } }",
                "data { dataset d { purpose preference  examples 5k } }"
                        + " model { existing Qwen/Qwen2.5-7B-Instruct }"
                        + " alignment { reinforce it { method dpo  on d  not-before 2029-01-08 } }",
                "model { pretrain it { tokens 1B  not-before 2029-01-08 } }",
                "augmentation { retrieval it { top 5  not-before 2029-01-08 } }",
                "augmentation { reasoning it { samples 5  not-before 2029-01-08 } }",
                "augmentation { program-aided it { language python  not-before 2029-01-08 } }",
                "augmentation { tools it { technique react  not-before 2029-01-08 } }",
                "augmentation { guard it { on input  not-before 2029-01-08 } }",
                "augmentation { cache it { hits 20 %  not-before 2029-01-08 } }",
                "tasks { task it { effort 2 days  not-before 2029-01-08 } }",
                "tasks { approval it { duration 2 days  not-before 2029-01-08 } }",
                "tasks { milestone it { not-before 2029-01-08 } }",
            })
    void everyStepThatFollowsOthersCanHaveAFirstDay(String body) {
        Analysis plan = analysis(body);
        double begins = days(plan, "schedule", "it", "start");
        assertTrue(begins >= until("2029-01-08"), "too early: " + begins);
        assertTrue(begins < until("2029-01-09"), "too late: " + begins);
    }

    @Test
    void aTaskGivesADerivedStepItsFirstDay() {
        Analysis plan = analysis("tasks { task deploy { not-before 2029-01-08 } }");
        assertEquals(until("2029-01-08") + NINE, days(plan, "schedule", "deploy", "start"), 1e-9);
        assertTrue(days(plan, "schedule", "integrate", "start") > until("2029-01-08"));
    }

    @Test
    void aLoopBeginsOnTheFirstDayAndGoesOnAfterIt() {
        Analysis plan =
                analysis(
                        """
                        data { dataset golden { purpose evaluation  examples 900 } }
                        alignment {
                          prompt few-shot { technique few-shot  not-before 2029-01-08 }
                          iterate few-shot until good rounds 3
                        }
                        evaluation { gate good { metric exact-match on golden target 78 % } }
                        """);
        double start = days(plan, "schedule", "few-shot", "start");
        assertEquals(until("2029-01-08") + NINE, start, 1e-9);
        assertTrue(days(plan, "schedule", "few-shot", "end") > start + 7);
    }

    @Test
    void noSimulatedRunIsReleasedBeforeTheDayOfTheRelease() {
        Analysis plan =
                engine.forecast(
                        analysis("tasks { milestone release { not-before 2033-01-01 } }"),
                        500,
                        Cancellation.NEVER);
        assertEquals(until("2033-01-01"), time(plan, "forecast", "finish").low().days(), 1e-9);
        assertEquals(until("2033-01-01"), time(plan, "forecast", "finish").likely().days(), 1e-9);
    }

    @Test
    void theLongestChainKeepsToTheDayWhereThereIsNoSchedule() {
        String body =
                "team { role nobody { people 0 } } tasks { task audit { effort 2 days by nobody }"
                        + " task launch { effort 2 days  not-before 2031-01-06 } }";
        assertTrue(analysis(body).value(Dimension.TIME, "schedule", "launch", "start").isEmpty());
        assertTrue(days(analysis(body), "finish") > until("2031-01-06"));
    }

    @Test
    void aScenarioMovesTheDay() {
        AnalysedFile file =
                read(
                        "tasks { milestone release { not-before 2031-01-06 } }"
                                + " scenario late { tasks { milestone release { not-before"
                                + " 2032-01-06 } } }");
        assertEquals(until("2031-01-06"), days(file.projects().getFirst(), "finish"), 1e-9);
        assertEquals(until("2032-01-06"), days(file.scenarios().getFirst(), "finish"), 1e-9);
    }

    @Test
    void aReleaseThatMustWaitForADayBehindTheDeadlineIsLate() {
        AnalysedFile file =
                read(
                        "scope { budget { deadline 2030-12-31 } }"
                                + " tasks { milestone release { not-before 2031-01-06 } }");
        assertTrue(
                file.findings().stream()
                        .filter(finding -> finding.rule().equals("DeadlineAtRisk"))
                        .anyMatch(finding -> finding.message().toString().contains("2031-01-06")));
    }

    @ParameterizedTest
    @CsvSource({"0000-01-01, ImpossibleValue", "2027-02-30, SyntaxError"})
    void aDayThatNoCalendarHasIsToldAndHoldsNothingUp(String day, String rule) {
        String task = "tasks { task audit { effort 3 days %s } }";
        AnalysedFile file = read(task.formatted("not-before " + day));
        assertEquals(List.of(rule), file.findings().stream().map(Finding::rule).toList());
        assertEquals(
                time(analysis(task.formatted("")), "schedule", "audit", "start"),
                time(file.projects().getFirst(), "schedule", "audit", "start"));
    }
}
