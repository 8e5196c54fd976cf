package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Uncertain;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which work follows from which block. */
class DerivedWorkTest {
    static final double DAY = 24 * 3600;

    static Analysis analysis(String body) {
        return analyses(body).getFirst();
    }

    static List<Analysis> analyses(String body) {
        String text = "project p {\n" + body + "\n}\n";
        return Engine.create()
                .analyse(
                        "p.genai",
                        Path.of("p.genai").toAbsolutePath(),
                        text,
                        new Engine.Settings(LocalDate.of(2026, 11, 23), 1),
                        Cancellation.NEVER)
                .projects();
    }

    private static List<String> names(String body) {
        return analysis(body).plan().work().stream().map(Work::name).toList();
    }

    private static Work step(String body, String name) {
        return analysis(body).plan().work().stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + names(body)));
    }

    private static double likely(Analysis analysis, Dimension<?> dimension, String... key) {
        return analysis.value(dimension, key).orElseThrow().likely().value();
    }

    @Test
    void aProjectThatSaysNothingStaysSmall() {
        assertEquals(
                List.of("scope", "select", "prompt", "evaluation", "deploy", "integrate"),
                names(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    data { dataset d { purpose tuning  access requested } }                                  | access-d
                    data { dataset d { purpose tuning  access unknown } }                                    | access-d
                    data { dataset d { purpose tuning } }                                                    | clean-d
                    data { dataset d { purpose retrieval  quality fair } }                                   | clean-d
                    data { dataset d { purpose tuning  examples 2k  labelling 2 min per example } }          | label-d
                    data { dataset d { purpose evaluation  examples 2k } }                                   | prepare-d
                    alignment { reinforce r { method dpo { }  preferences 2k pairs } }                       | label-r
                    evaluation { gate g { metric accuracy target 80 % } }                                    | evaluate-g
                    evaluation { benchmark mmlu { floor 60 % } }                                             | benchmarks
                    evaluation { human { samples 200 examples  time 4 min } }                                | human-review
                    deployment { quantise awq { bits 4 } }                                                   | quantise
                    deployment { quantise awq { bits 4 } }  evaluation { gate g { metric accuracy target 80 % } } | evaluate-compressed
                    augmentation { tools t { technique react } }                                             | t
                    augmentation { tools t { technique react } }                                             | security-review
                    scope { users 2M }                                                                       | red-team
                    scope { constraints { data confidential } }                                              | security
                    scope { constraints { data personal } }                                                  | privacy-assessment
                    scope { constraints { data personal } }                                                  | privacy
                    operation { monitor drift }                                                              | monitor
                    operation { support 20 hours per month }                                                 | hand-over
                    operation { phase shadow { duration 2 weeks } }                                          | rollout-shadow
                    """)
    void aBlockImpliesAStepThatIsNotThereWithoutIt(String body, String step) {
        assertFalse(names("").contains(step));
        assertTrue(names(body).contains(step), () -> step + " is not in " + names(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    data { dataset d { purpose tuning  quality curated } }         | clean-d
                    data { dataset d { purpose retrieval } }                       | clean-d
                    data { dataset d { purpose tuning  access granted } }          | access-d
                    operation { phase full { share 100 % } }                       | rollout-full
                    evaluation { human { samples 200 examples  time 4 min  every month } }  | human-review
                    """)
    void whatNobodyHasToDoIsNoStep(String body, String step) {
        assertFalse(names(body).contains(step), () -> names(body).toString());
    }

    @Test
    void dataIsWaitedForThenCleanedThenLabelledThenTunedOn() {
        String body =
                """
                data {
                  dataset d { purpose tuning  examples 2k  labelling 2 min per example by annotator
                              access requested  lead 3..6..12 weeks }
                }
                alignment { fine-tune f { method lora { rank 16 }  on d } }
                """;
        assertEquals(List.of("scope", "access-d"), step(body, "clean-d").after());
        assertEquals(List.of("clean-d"), step(body, "label-d").after());
        assertEquals("annotator", step(body, "label-d").by().map(Stated::value).orElseThrow());
        assertEquals(List.of("select", "label-d"), step(body, "f").after());
        assertEquals(Work.Nature.WAIT, step(body, "access-d").nature());
        Analysis analysis = analysis(body);
        Uncertain<?> wait = analysis.value(Dimension.TIME, "duration", "access-d").orElseThrow();
        assertEquals(21 * DAY, wait.low().value());
        assertEquals(42 * DAY, wait.likely().value());
        assertEquals(84 * DAY, wait.high().value());
        assertTrue(analysis.value(Dimension.EFFORT, "effort", "access-d").isEmpty());
    }

    /**
     * 108,000 · 2 min · 1.2 · 1.1 / 8 h, and by four people for three quarters of five days of
     * seven.
     */
    @Test
    void labelsTakeTheTimeOfThoseStillMissingOverThePeople() {
        Analysis analysis =
                analysis(
                        """
                        data { dataset d { purpose tuning  examples 120k  labelled 12k  labelling 2 min per example by annotator } }
                        team { role annotator { people 4  rate 35 USD per hour  share 100 % } }
                        """);
        assertEquals(594, likely(analysis, Dimension.EFFORT, "labelling", "d", "hours"), 1e-9);
        assertEquals(594, likely(analysis, Dimension.EFFORT, "effort", "label-d"), 1e-9);
        assertEquals(
                594 / 4.0 / 0.75 * 7 / 5 * DAY,
                likely(analysis, Dimension.TIME, "duration", "label-d"),
                1e-3);
        assertEquals(
                594 * 8 * 35,
                likely(analysis, Dimension.MONEY, "cost", "people", "annotator"),
                1e-6);
    }

    /** 4,000 pairs · 3 raters, who check one another · 4 min · 1.1 / 8 h. */
    @Test
    void preferencesAreLabelledByEachRater() {
        Analysis analysis =
                analysis(
                        """
                        alignment { reinforce r { method dpo { }  preferences 4k pairs  labelling 4 min per pair by annotator  raters 3 } }
                        """);
        assertEquals(
                4000 * 3 * 4 / 60.0 * 1.1 / 8,
                likely(analysis, Dimension.EFFORT, "labelling", "r", "hours"),
                1e-9);
    }

    @Test
    void aTaskRefinesTheDerivedStepOfItsName() {
        String body =
                """
                alignment { fine-tune f { method lora { rank 16 } } }
                team { role architect { people 1  rate 1_000 USD per day } }
                tasks { task f "Tune it" { effort 4..6..12 days by architect } }
                """;
        Work step = step(body, "f");
        assertEquals("Tune it", step.title());
        assertEquals(List.of("select"), step.after());
        assertTrue(step.stage().isPresent());
        Analysis analysis = analysis(body);
        Uncertain<?> effort = analysis.value(Dimension.EFFORT, "effort", "f").orElseThrow();
        assertEquals(List.of(4.0, 6.0, 12.0), values(effort));
    }

    @Test
    void tasksAddAndPutInOrder() {
        String body =
                """
                tasks {
                  task branding { effort 2..3..5 days  after select  before deploy }
                  approval board { duration 2..4..8 weeks  after branding  before release }
                  milestone release { after branding }
                }
                operation { phase shadow { duration 2 weeks } }
                """;
        // `select` and `deploy` are steps of the tool, which a file cannot name
        String stated = body.replace("  after select  before deploy", "  before serve");
        assertTrue(step(stated, "deploy").after().contains("branding"));
        assertEquals(Work.Nature.WAIT, step(stated, "board").nature());
        assertTrue(step(stated, "release").after().containsAll(List.of("branding", "board")));
        assertTrue(step(stated, "release").after().contains("integrate"));
        assertEquals(List.of("release"), step(stated, "rollout-shadow").after());
        assertEquals(0, likely(analysis(stated), Dimension.TIME, "duration", "release"));
    }

    @Test
    void anApprovalOfTheFileTakesThePlaceOfTheDerivedOne() {
        String body =
                """
                scope { constraints { data personal } }
                tasks { approval privacy "Data protection officer" { duration 1..2..3 weeks } }
                """;
        assertEquals(1, names(body).stream().filter("privacy"::equals).count());
        assertEquals("Data protection officer", step(body, "privacy").title());
        assertEquals(List.of("privacy-assessment"), step(body, "privacy").after());
        assertEquals(14 * DAY, likely(analysis(body), Dimension.TIME, "duration", "privacy"));
    }

    /** Two rounds with learning 0.8 are 1.8; reading does not get faster. */
    @Test
    void aLoopRepeatsItsStagesItsGateAndTheReadingOfEveryRound() {
        String body =
                """
                alignment { prompt a { technique zero-shot }  iterate a until g rounds 2 }
                evaluation {
                  gate g { metric accuracy target 80 % }
                  gate other { metric accuracy target 80 % }
                  human { samples 240 examples  time 2 min by reviewer  every round }
                }
                """;
        Analysis analysis = analysis(body);
        for (String repeated : List.of("a", "evaluate-g")) {
            assertEquals(
                    1.8,
                    likely(analysis, Dimension.EFFORT, "effort", repeated)
                            / likely(analysis, Dimension.EFFORT, "effort", repeated, "round"),
                    1e-12,
                    repeated);
        }
        assertEquals(1, likely(analysis, Dimension.EFFORT, "effort", "human-review", "round"));
        assertEquals(2, likely(analysis, Dimension.EFFORT, "effort", "human-review"));
        assertTrue(analysis.value(Dimension.EFFORT, "effort", "evaluate-other", "round").isEmpty());
    }

    @Test
    void theNearestRoleDoesWhatNobodyIsThereForAndTheResultSaysSo() {
        Analysis analysis =
                analysis(
                        """
                        scope { constraints { data personal } }
                        team { role architect { people 1  rate 1_000 USD per day } }
                        """);
        assertTrue(
                analysis.estimates().stream()
                        .filter(e -> e.key().toString().equals("duration.privacy-assessment"))
                        .flatMap(e -> e.derivation().notes().stream())
                        .anyMatch("the team has no legal; done by its architect"::equals));
    }

    @Test
    void namesAreUniqueThoughABlockTakesTheNameOfAStepOfTheTool() {
        List<String> names =
                names(
                        """
                        alignment { prompt scope { technique zero-shot }  prompt deploy { technique zero-shot  after scope } }
                        """);
        assertEquals(names.size(), names.stream().distinct().count());
        assertTrue(names.containsAll(List.of("scope", "scope-2", "deploy", "deploy-2")));
    }

    private static List<Double> values(Uncertain<?> range) {
        return List.of(range.low().value(), range.likely().value(), range.high().value());
    }
}
