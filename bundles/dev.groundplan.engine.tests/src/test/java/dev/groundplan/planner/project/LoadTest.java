package dev.groundplan.planner.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.engine.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How busy people and machines are. The project starts on Monday, the first of March 2027. */
class LoadTest {
    private final Engine engine = Engine.create();
    private final Engine.Settings settings = new Engine.Settings(LocalDate.of(2026, 11, 23), 1);

    private Analysis analysis(String body) {
        String text =
                "project p {\n start 2027-03-01\n assumptions { prior team.availability 100 %"
                        + " because \"test\" }\n"
                        + body
                        + "\n}\n";
        Path path = Path.of("p.genai").toAbsolutePath();
        return engine.analyse("p.genai", path, text, settings, Cancellation.NEVER)
                .projects()
                .getFirst();
    }

    private static double load(Analysis analysis, String... key) {
        return analysis.value(Dimension.RATIO, key).orElseThrow().likely().value();
    }

    @Test
    void whoDoesOneThingAfterAnotherIsBusyAllTheTime() {
        Analysis analysis =
                analysis(
                        """
                        team { role tester { people 1  rate 500 USD per day } }
                        tasks {
                          task one { effort 5 days by tester }
                          task two { effort 30 days by tester  after one }
                        }
                        """);
        assertEquals(1, load(analysis, "schedule", "load", "tester"), 1e-9);
        assertEquals(1, load(analysis, "schedule", "load", "tester", "2027-03"), 1e-9);
    }

    @Test
    void halfOfTwoPeopleIsBusyWhenOneWorks() {
        Analysis analysis =
                analysis(
                        """
                        team { role tester { people 2  rate 500 USD per day } }
                        tasks {
                          task one { effort 5 days by tester }
                          task two { effort 5 days by tester  after one }
                        }
                        """);
        double load = load(analysis, "schedule", "load", "tester");
        // each task is done by both in half of the time, or by one while the other is free
        assertTrue(load > 0.49 && load < 1 + 1e-9, "" + load);
    }

    @Test
    void workOfAMonthIsThatOfItsWorkingDays() {
        // 23 working days in March 2027, 10 of them taken
        Analysis analysis =
                analysis(
                        """
                        team { role tester { people 1  rate 500 USD per day } }
                        tasks { task one { effort 10 days by tester } }
                        """);
        assertEquals(10.0 / 23, load(analysis, "schedule", "load", "tester", "2027-03"), 1e-9);
        assertEquals(0, load(analysis, "schedule", "load", "tester", "2027-04"), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-assistant", "entity-extractor", "finance-model"})
    void nobodyWorksMoreThanThereIsTimeInAnyMonth(String example) throws Exception {
        Path path = Path.of(System.getProperty("groundplan.root"), "examples", example + ".genai");
        Analysis analysis = engine.analyse(path, settings).projects().getFirst();
        List<Estimate<?>> loads =
                analysis.estimates().stream()
                        .filter(e -> e.key().toString().startsWith("schedule.load."))
                        .toList();
        assertFalse(loads.isEmpty());
        for (Estimate<?> load : loads) {
            double share = load.value().likely().value();
            assertTrue(share >= 0 && share <= 1 + 1e-9, load.key() + " is " + share);
        }
    }
}
