package dev.groundplan.planner.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.engine.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the text of a file to dates and chances. The project starts on a Monday. */
class ProjectPlanningTest {
    private static final int RUNS = 2_000;
    private static final double DAY = 86_400;

    /** Steps that wait for everything else, so that nothing runs beside them. */
    private static final String AFTER_ALL = "after integrate";

    private final Engine engine = Engine.create();

    private Analysis analysis(String body) {
        String text =
                "project p {\n start 2027-03-01\n assumptions { prior team.availability 100 %"
                        + " because \"test\" }\n"
                        + body
                        + "\n}\n";
        return engine.analyse(
                        "p.genai",
                        Path.of("p.genai").toAbsolutePath(),
                        text,
                        new Engine.Settings(LocalDate.of(2026, 11, 23), 1),
                        Cancellation.NEVER)
                .projects()
                .getFirst();
    }

    private Analysis forecast(String body) {
        return engine.forecast(analysis(body), RUNS, Cancellation.NEVER);
    }

    private static double days(Analysis analysis, String... key) {
        return analysis.value(Dimension.TIME, key).orElseThrow().likely().value() / DAY;
    }

    private static double share(Analysis analysis, String... key) {
        return analysis.value(Dimension.RATIO, key).orElseThrow().likely().value();
    }

    private static String two(int people) {
        return """
        team { role tester { people %d  rate 500 USD per day } }
        tasks {
          task one   { effort 5 days by tester  %s }
          task other { effort 5 days by tester  %s }
        }
        """
                .formatted(people, AFTER_ALL, AFTER_ALL);
    }

    private static double span(Analysis analysis) {
        double start =
                Math.min(
                        days(analysis, "schedule", "one", "start"),
                        days(analysis, "schedule", "other", "start"));
        double end =
                Math.max(
                        days(analysis, "schedule", "one", "end"),
                        days(analysis, "schedule", "other", "end"));
        return end - start;
    }

    @Test
    void onePersonDoesOneThingAfterTheOther() {
        // two weeks of work: two weekends at least lie in two calendar weeks, or one between
        assertTrue(span(analysis(two(1))) > 11);
        assertTrue(span(analysis(two(2))) < 8);
    }

    @Test
    void theNumbersWithoutSimulationAreLevelledToo() {
        assertTrue(
                days(analysis(two(1)), "schedule", "duration")
                        > days(analysis(two(2)), "schedule", "duration") + 4);
    }

    @Test
    void aHolidayMovesWhatComesAfterIt() {
        String body = "tasks { %s task first { effort 5 days } }";
        double plain = days(analysis(body.formatted("")), "schedule", "first", "end");
        double later =
                days(
                        analysis(body.formatted("holiday 2027-03-01, 2027-03-02")),
                        "schedule",
                        "first",
                        "end");
        assertEquals(0, plain % 1 - later % 1, 1e-9);
        assertTrue(later >= plain + 2, plain + " " + later);
    }

    @Test
    void whatIsCertainIsDoneByItsDayInEveryRun() {
        String body = "scope { budget { deadline %s } }";
        assertEquals(1, share(forecast(body.formatted("2127-01-01")), "chance", "deadline"));
        assertEquals(0, share(forecast(body.formatted("2027-03-02")), "chance", "deadline"));
    }

    /** One euro is two dollars in one file, and one in the other: the same people, paid as much. */
    @Test
    void peoplePaidInAnotherCurrencyAreInTheCostOfEveryRun() {
        String team =
                """
                exchange EUR %s USD
                team { role ml-engineer { people 1  rate %s EUR per day }
                       role software-engineer { people 1  rate %s EUR per day } }
                """;
        Analysis dear = forecast(team.formatted("2", "400", "300"));
        Analysis plain = forecast(team.formatted("1", "800", "600"));
        assertEquals(money(plain, "forecast", "cost"), money(dear, "forecast", "cost"), 1e-6);
    }

    @Test
    void withoutARateOfExchangeNoCostIsClaimed() {
        Analysis analysis =
                forecast("team { role ml-engineer { people 1  rate 400 EUR per day } }");
        assertEquals(
                List.of(),
                analysis.estimates().stream()
                        .map(e -> e.key().toString())
                        .filter(k -> k.equals("build.cost") || k.startsWith("forecast.cost"))
                        .toList());
    }

    @Test
    void theMedianOfTheDeadlineIsKeptInHalfOfTheRuns() {
        Analysis first = forecast("");
        LocalDate median =
                LocalDate.of(2027, 3, 1).plusDays((long) days(first, "forecast", "finish"));
        double chance =
                share(
                        forecast("scope { budget { deadline " + median + " } }"),
                        "chance",
                        "deadline");
        assertEquals(0.5, chance, 0.05);
    }

    @Test
    void aRiskDelaysWhatItHitsAndCostsWhatItSays() {
        String risk =
                "risks { risk late { probability %s  delay 1_000 days  cost 1M USD  hits scope } }";
        Analysis without = forecast("");
        Analysis with = forecast(risk.formatted("100 %"));
        assertEquals(
                days(without, "forecast", "finish") + 1_000,
                days(with, "forecast", "finish"),
                // a delay may end on a weekend
                4);
        double cost = money(with, "forecast", "cost") - money(without, "forecast", "cost");
        assertEquals(1e6, cost, 1e3);
        assertEquals(
                money(without, "forecast", "cost"),
                money(forecast(risk.formatted("0 %")), "forecast", "cost"),
                1e-6);
    }

    private static double money(Analysis analysis, String... key) {
        return analysis.value(Dimension.MONEY, key).orElseThrow().likely().value();
    }

    @Test
    void theSimulatedFinishTakesThePlaceOfTheOther() {
        Analysis analysis = forecast("");
        assertEquals(
                analysis.value(Dimension.TIME, "forecast", "finish"),
                analysis.value(Dimension.TIME, "finish"));
        Uncertain<?> p80 =
                analysis.estimate(
                                dev.groundplan.core.analysis.ResultKey.of(
                                        "forecast", "finish", "p80"))
                        .map(Estimate::value)
                        .orElseThrow();
        Uncertain<?> finish = analysis.value(Dimension.TIME, "finish").orElseThrow();
        assertTrue(finish.likely().value() < p80.likely().value());
        assertTrue(p80.likely().value() < finish.high().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tasks { task a { effort 1 day  after b }  task b { effort 1 day  after a } }",
                "team { role tester { people 0 } }  tasks { task a { effort 1 day by tester } }",
                "tasks { task a { effort 1e15 days } }"
            })
    void aPlanThatCannotBeStillHasNumbers(String body) {
        Analysis analysis = forecast(body);
        assertTrue(analysis.value(Dimension.TIME, "finish").isPresent());
        assertFalse(analysis.estimates().isEmpty());
    }

    @Test
    void aLoopTakesLongerTheOftenerItGoesRound() {
        String body =
                """
                alignment { prompt first { technique few-shot { shots 3 } } }
                evaluation { gate good { metric accuracy target 80 % } }
                iteration
                """;
        List<Double> finishes =
                List.of("1", "3", "6").stream()
                        .map(rounds -> body.replace("iteration", iteration(rounds)))
                        .map(text -> days(forecast(text), "forecast", "finish"))
                        .toList();
        assertTrue(finishes.get(0) < finishes.get(1), finishes.toString());
        assertTrue(finishes.get(1) < finishes.get(2), finishes.toString());
    }

    private static String iteration(String rounds) {
        return "alignment { iterate first until good rounds " + rounds + " }";
    }
}
