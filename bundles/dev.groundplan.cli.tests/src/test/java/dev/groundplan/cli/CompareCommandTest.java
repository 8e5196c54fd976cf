package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class CompareCommandTest {
    private static final String TEXT =
            """
            project x {
              tasks { task study { effort 50 days } }
              scenario lean { tasks { task study { effort 5 days } } }
              decision how {
                options project, lean
                weigh cost 60 %, finish 40 %
                decided project because "they asked for it"
              }
            }
            """;

    @Test
    void aProjectAndItsScenariosStandInColumns() {
        Run run = Run.reading(TEXT, "compare", "-");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("Scenarios side by side"), run.out());
        assertTrue(run.out().matches("(?s).*What +project +lean.*"), run.out());
        assertTrue(run.out().contains("Against the project"), run.out());
    }

    @Test
    void aDecisionSaysWhoIsAheadAndThatItWasDecidedOtherwise() {
        String out = Run.reading(TEXT, "compare", "-").out();
        assertTrue(out.contains("By these weights, lean is ahead."), out);
        assertTrue(
                out.contains("Decided: project, because they asked for it – against the weights."),
                out);
    }

    @Test
    void theSameForScripts() {
        Run run = Run.reading(TEXT, "compare", "-", "--json");
        JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
        JsonArray sections = json.getAsJsonArray("sections");
        assertEquals(2, sections.size());
        assertEquals("Decisions", sections.get(1).getAsJsonObject().get("title").getAsString());
    }

    @Test
    void thePlanHasThemToo() {
        String plan = Run.reading(TEXT, "plan", "-").out();
        assertTrue(plan.contains("## Scenarios side by side"), plan);
        assertTrue(plan.contains("## Decisions"), plan);
    }

    @Test
    void withoutScenariosThereIsNothingToCompare() {
        Run run = Run.reading("project x { }", "compare", "-");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("has no scenarios to compare"), run.err());
    }
}
