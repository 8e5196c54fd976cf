package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.analysis.TextEdit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on scenarios, severities and waivers, from the text to the findings. */
class ScenarioAnalysisTest {
    private static final Engine ENGINE = Engine.create();

    private static AnalysedFile analyse(String text) {
        return ENGINE.analyse(
                "test.genai",
                Path.of("/test.genai").toAbsolutePath(),
                text,
                new Engine.Settings(LocalDate.of(2027, 1, 11), 1),
                Cancellation.NEVER);
    }

    private static List<Finding> findings(AnalysedFile file, String rule) {
        return file.findings().stream().filter(f -> f.rule().equals(rule)).toList();
    }

    /** 70 · 10⁹ parameters of 2 bytes are 140 GB: the model of the scenario fits no 80 GB. */
    private static final String BIGGER =
            """
            project p {
              data {
                dataset golden  { purpose evaluation  examples 100 }
                dataset tickets { purpose tuning  examples 1_000  tokens 1M }
              }
              model { existing meta-llama/Llama-3.1-8B-Instruct }
              alignment {
                fine-tune lora "Tune" { method lora { rank 16 }  on tickets  hardware 1 x H100-SXM-80GB }
              }
              evaluation { gate quality { metric faithfulness on golden target 95 % } }
              scenario bigger {
                model { existing meta-llama/Llama-3.3-70B-Instruct }
              }
              scenario far-bigger extends bigger {
                evaluation { human { samples 10 } }
              }
            }
            """;

    @Test
    void a_finding_that_only_a_scenario_has_names_it() {
        AnalysedFile file = analyse(BIGGER);
        List<Finding> found = findings(file, "MemoryOverflow");
        assertEquals(
                List.of("bigger", "far-bigger"),
                found.stream().map(f -> f.scenario().orElseThrow()).toList());
        assertTrue(
                found.getFirst().message().toString().startsWith("In scenario `bigger`: lora "),
                found.getFirst().message().toString());
        assertEquals(8, found.getFirst().range().line(), "where the hardware is written");
    }

    @Test
    void a_finding_that_the_project_has_too_is_said_once() {
        AnalysedFile file =
                analyse(
                        """
                        project p {
                          alignment { prompt few-shot { shots 3 } }
                          scenario a { constraints { hosting api } }
                          scenario b extends a { start 2027-03-01 }
                        }
                        """);
        assertEquals(1, findings(file, "NoEvaluation").size());
        for (Analysis scenario : file.scenarios(file.projects().getFirst())) {
            assertTrue(
                    scenario.findings().stream().anyMatch(f -> f.rule().equals("NoEvaluation")),
                    "whoever looks at the scenario alone sees it");
        }
    }

    @Test
    void a_finding_that_a_scenario_does_not_have_is_the_projects() {
        AnalysedFile file =
                analyse(
                        """
                        project p {
                          alignment { prompt few-shot { shots 3 } }
                          scenario a { without few-shot }
                        }
                        """);
        assertEquals(1, findings(file, "NoEvaluation").size());
        assertEquals(
                List.of(),
                file.scenarios().getFirst().findings().stream()
                        .filter(f -> f.rule().equals("NoEvaluation"))
                        .toList());
    }

    @Test
    void the_fix_of_a_scenarios_finding_is_written_into_the_scenario() {
        AnalysedFile file = analyse(BIGGER);
        for (Finding finding : findings(file, "MemoryOverflow")) {
            for (Fix fix : finding.fixes()) {
                String text = TextEdit.apply(file.text(), ENGINE.edits(file, fix));
                String scenario = finding.scenario().orElseThrow();
                AnalysedFile after = analyse(text);
                assertEquals(
                        List.of(),
                        findings(after, "MemoryOverflow").stream()
                                .filter(f -> f.scenario().orElseThrow().equals(scenario))
                                .toList(),
                        text);
                assertEquals(
                        plan(file).stages(), plan(after).stages(), "the project stays as it was");
                assertEquals(List.of(), findings(after, "SyntaxError"), text);
            }
        }
    }

    private static dev.groundplan.core.plan.Plan plan(AnalysedFile file) {
        return file.projects().getFirst().plan();
    }

    private static final String OPEN =
            """
            project p {
              alignment { prompt few-shot { shots 3 } }
              %s
            }
            """;

    @ParameterizedTest
    @CsvSource({"off, ", "information, INFORMATION", "warning, WARNING", "error, ERROR"})
    void a_project_says_how_much_a_rule_matters(String level, Severity expected) {
        AnalysedFile file =
                analyse(OPEN.formatted("checks { severity NoEvaluation " + level + " }"));
        assertEquals(
                expected == null ? List.of() : List.of(expected),
                findings(file, "NoEvaluation").stream().map(Finding::severity).toList());
    }

    @Test
    void a_level_that_is_none_changes_nothing() {
        AnalysedFile file = analyse(OPEN.formatted("checks { severity NoEvaluation grave }"));
        assertEquals(Severity.ERROR, findings(file, "NoEvaluation").getFirst().severity());
        assertEquals(1, findings(file, "UnknownWord").size());
    }

    @ParameterizedTest
    @CsvSource({
        "allow NoEvaluation, 0",
        "allow NoEvaluation until 2027-01-11, 0",
        "allow NoEvaluation until 2027-01-10, 1",
        "allow NoEvaluation in few-shot, 0",
        "allow NoEvaluation in alignment, 0",
        "allow NoEvaluation in alignment/few-shot, 0",
        "allow NoEvaluation in p/alignment/few-shot, 0",
        "allow NoEvaluation in evaluation, 1",
        "allow WrongUnit, 1"
    })
    void a_waiver_accepts_what_it_reaches(String waiver, int left) {
        AnalysedFile file =
                analyse(OPEN.formatted("evaluation { }  checks { " + waiver + " because \"x\" }"));
        assertEquals(left, findings(file, "NoEvaluation").size());
        assertEquals(1 - left, file.projects().getFirst().waived().size());
    }

    @Test
    void a_waiver_of_the_project_holds_in_its_scenarios() {
        AnalysedFile file =
                analyse(
                        OPEN.formatted(
                                "scenario s { alignment { prompt other { shots 3 } } } checks {"
                                        + " allow NoEvaluation in alignment because \"x\" }"));
        assertEquals(List.of(), findings(file, "NoEvaluation"));
        assertEquals(2, file.scenarios().getFirst().waived().size());
    }

    @Test
    void a_waiver_is_used_when_only_a_scenario_needs_it() {
        AnalysedFile file =
                analyse(
                        BIGGER.replace(
                                "  scenario bigger {",
                                "  checks { allow MemoryOverflow in lora because \"x\" }\n"
                                        + "  scenario bigger {"));
        assertEquals(List.of(), findings(file, "MemoryOverflow"));
        assertEquals(List.of(), findings(file, "UnusedWaiver"));
    }
}
