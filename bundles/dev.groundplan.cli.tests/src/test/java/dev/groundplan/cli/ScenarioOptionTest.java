package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioOptionTest {
    /** The prompt has no gate in the project; in `alone` it is not there. */
    private static final String TEXT =
            """
            project x {
              alignment { prompt few-shot { shots 3 } }
              scenario alone { without few-shot }
              scenario tuned { alignment { fine-tune sft { epochs 3 } } }
            }
            """;

    @Test
    void withoutItEveryScenarioIsChecked() {
        Run run = Run.reading(TEXT, "check", "-");
        assertEquals(1, run.code());
        assertTrue(run.out().contains("NoEvaluation: few-shot"), run.out());
        assertTrue(run.out().contains("NoEvaluation: In scenario `tuned`: sft"), run.out());
    }

    @Test
    void withItOneScenarioIsChecked() {
        assertEquals(0, Run.reading(TEXT, "check", "-", "--scenario", "alone").code());
        Run tuned = Run.reading(TEXT, "check", "-", "--scenario", "tuned");
        assertEquals(1, tuned.code());
        assertTrue(tuned.out().contains("NoEvaluation: sft"), tuned.out());
    }

    @Test
    void theOutputForScriptsNamesTheScenario() {
        Run estimate = Run.reading(TEXT, "estimate", "-", "--json", "--scenario", "tuned");
        JsonObject json = JsonParser.parseString(estimate.out()).getAsJsonObject();
        assertEquals("x", json.get("project").getAsString());
        assertEquals("tuned", json.get("scenario").getAsString());
        assertFalse(
                JsonParser.parseString(Run.reading(TEXT, "estimate", "-", "--json").out())
                        .getAsJsonObject()
                        .has("scenario"));
        Run check = Run.reading(TEXT, "check", "-", "--json");
        assertTrue(check.out().contains("\"scenario\": \"tuned\""), check.out());
        Run plan = Run.reading(TEXT, "plan", "-", "--json", "--scenario", "tuned");
        assertTrue(
                JsonParser.parseString(plan.out())
                        .getAsJsonObject()
                        .get("title")
                        .getAsString()
                        .contains("scenario tuned"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "estimate", "plan"})
    void anUnknownScenarioIsRefusedWithThoseThatThereAre(String command) {
        Run run = Run.reading(TEXT, command, "-", "--scenario", "tuend");
        assertEquals(2, run.code());
        assertEquals(
                "groundplan: <stdin> has no scenario tuend; it has alone, tuned", run.complaint());
    }
}
