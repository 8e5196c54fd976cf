package dev.groundplan.planner.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs that share accelerators of which there are only so many. */
class AcceleratorCapacityTest {
    private static final Engine ENGINE = Engine.create();

    /** Dates of the schedule are whole minutes. */
    private static final double MINUTE = 1 / 1440.0;

    /** When a job computes, in days from the start. */
    private record Run(int accelerators, double from, double until) {}

    private static AnalysedFile read(String body) {
        return ENGINE.analyse(
                "p.genai",
                Path.of("p.genai").toAbsolutePath(),
                "project p {\n start 2027-03-01\n" + body + "\n}\n",
                new Engine.Settings(LocalDate.of(2026, 11, 23), 1),
                Cancellation.NEVER);
    }

    /** Long runs that nothing but their accelerators keeps apart: each by a person of its own. */
    private static AnalysedFile jobs(List<Integer> sizes, String capacity) {
        StringBuilder tunings = new StringBuilder();
        StringBuilder people = new StringBuilder();
        for (int i = 0; i < sizes.size(); i++) {
            tunings.append(
                    """
                    fine-tune job-%d { method full  on texts  epochs 3  sequence 2_048 tokens  hardware %d x H100-SXM-80GB }
                    """
                            .formatted(i, sizes.get(i)));
            people.append("task job-%d { effort 1 days by r%d }\n".formatted(i, i));
        }
        StringBuilder roles = new StringBuilder();
        for (int i = 0; i < sizes.size(); i++) {
            roles.append("role r%d { people 1  rate 900 USD per day }\n".formatted(i));
        }
        return read(
                "data { dataset texts { purpose tuning  tokens 900M  quality curated } }\n"
                        + "model { existing Qwen/Qwen2.5-7B }\nalignment {\n"
                        + tunings
                        + "}\nteam {\n"
                        + roles
                        + capacity
                        + "\n}\ntasks {\n"
                        + people
                        + "}");
    }

    private static double days(Analysis analysis, String... key) {
        return analysis.value(Dimension.TIME, key).orElseThrow().likely().days();
    }

    /** A run ends with its step, and goes on day and night. */
    private static List<Run> runs(AnalysedFile file, List<Integer> sizes) {
        Analysis analysis = file.projects().getFirst();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            double end = days(analysis, "schedule", "job-" + i, "end");
            double takes = days(analysis, "training", "job-" + i, "duration");
            runs.add(new Run(sizes.get(i), end - takes + MINUTE, end - MINUTE));
        }
        return runs;
    }

    /** The most that compute at a moment: at the beginning of one of them. */
    private static int most(List<Run> runs) {
        return runs.stream()
                .mapToInt(
                        begins ->
                                runs.stream()
                                        .filter(run -> run.from() <= begins.from())
                                        .filter(run -> begins.from() < run.until())
                                        .mapToInt(Run::accelerators)
                                        .sum())
                .max()
                .orElse(0);
    }

    @Test
    void jobsRunBesideEachOtherWhereThereAreEnough() {
        List<Integer> sizes = List.of(4, 4, 8);
        assertEquals(16, most(runs(jobs(sizes, "capacity 16 x H100-SXM-80GB"), sizes)));
        assertEquals(8, most(runs(jobs(sizes, "capacity 8 x H100-SXM-80GB"), sizes)));
    }

    @Test
    void withoutACapacityTheyTakeTurnsOnTheLargest() {
        List<Integer> sizes = List.of(4, 8, 4);
        assertEquals(8, most(runs(jobs(sizes, ""), sizes)));
        assertEquals(8, most(runs(jobs(sizes, "capacity 2 x L40S"), sizes)));
    }

    @Test
    void fewerAcceleratorsNeverEndSooner() {
        List<Integer> sizes = List.of(4, 4, 4, 4);
        double before = 0;
        for (int there : List.of(16, 12, 8, 4)) {
            Analysis analysis =
                    jobs(sizes, "capacity " + there + " x H100-SXM-80GB").projects().getFirst();
            double finish = 0;
            for (int i = 0; i < sizes.size(); i++) {
                finish = Math.max(finish, days(analysis, "schedule", "job-" + i, "end"));
            }
            assertTrue(finish >= before, there + " end sooner than more");
            before = finish;
        }
    }

    @Test
    void loadIsTheShareOfAllThatThereAre() {
        List<Integer> sizes = List.of(4);
        assertEquals(
                0.25,
                jobs(sizes, "capacity 16 x H100-SXM-80GB")
                        .projects()
                        .getFirst()
                        .value(Dimension.RATIO, "schedule", "load", "H100-SXM-80GB")
                        .orElseThrow()
                        .likely()
                        .value(),
                1e-9);
    }

    @ParameterizedTest
    @CsvSource({"7, true", "8, false", "0, true", "16, false"})
    void aJobThatIsLargerThanTheCapacityIsAnError(int there, boolean isFound) {
        AnalysedFile file = jobs(List.of(2, 8), "capacity " + there + " x H100-SXM-80GB");
        List<String> found =
                file.findings().stream()
                        .filter(finding -> finding.rule().equals("JobLargerThanCapacity"))
                        .map(finding -> finding.message().toString())
                        .filter(message -> message.startsWith("job-1 "))
                        .toList();
        assertEquals(isFound ? 1 : 0, found.size());
        assertTrue(
                found.stream().allMatch(m -> m.contains("8 H100") && m.contains("has " + there)));
        assertTrue(
                file.projects().getFirst().value(Dimension.TIME, "schedule", "finish").isPresent(),
                "the rest still has its dates");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    capacity 4 x H100-SXM-80GB  capacity 8 x H100-SXM-80GB | DuplicateName
                    capacity 4 x H100-SXM-81GB                             | UnresolvedName
                    capacity H100-SXM-80GB                                 | SyntaxError
                    capacity 4                                             | SyntaxError
                    capacity                                               | SyntaxError
                    """)
    void whatIsNoCapacityIsAFinding(String capacity, String rule) {
        List<String> rules =
                read("team { " + capacity + " }").findings().stream().map(Finding::rule).toList();
        assertEquals(List.of(rule), rules.stream().distinct().toList(), capacity);
    }

    @Test
    void aScenarioHasMoreOfThem() {
        AnalysedFile file =
                read(
                        "team { capacity 4 x H100-SXM-80GB  capacity 2 x L40S }"
                                + " scenario bought { team { capacity 16 x H100-SXM-80GB } }");
        var team = file.scenarios().getFirst().plan().team();
        assertEquals(16, team.capacity("H100-SXM-80GB").orElseThrow().count());
        assertEquals(2, team.capacity("L40S").orElseThrow().count());
        assertFalse(team.capacity("B200-SXM-180GB").isPresent());
    }

    /** The law: at no moment do jobs hold more than there are. */
    @Property(tries = 25)
    void neverAreMoreHeldThanThereAre(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 8) Integer> sizes,
            @ForAll @IntRange(min = 8, max = 24) int there) {
        List<Run> runs = runs(jobs(sizes, "capacity " + there + " x H100-SXM-80GB"), sizes);
        assertTrue(most(runs) <= there, () -> runs + " on " + there);
    }
}
