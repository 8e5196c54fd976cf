package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonOutputTest {
    private static final String WRONG =
            "project x {\n  scope { service { first-token 800 GB } }\n}\n";

    @Test
    void findings() {
        Run run = Run.reading(WRONG, "check", "-", "--json");
        assertEquals(1, run.code());
        JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals(Set.of("name", "version", "catalogue"), json.getAsJsonObject("tool").keySet());
        JsonObject finding = only(json.getAsJsonArray("findings"), "WrongUnit");
        assertEquals("error", finding.get("severity").getAsString());
        assertEquals("<stdin>", finding.get("file").getAsString());
        assertEquals(2, finding.get("line").getAsInt());
        assertEquals(33, finding.get("column").getAsInt());
        assertEquals(2, finding.get("endLine").getAsInt());
        assertEquals(39, finding.get("endColumn").getAsInt());
        assertTrue(finding.get("message").getAsString().contains("a duration"));
    }

    @Test
    void editsOfAFixLeadToACleanFile() {
        String text = "project x {\n  scope { service { first-token 900..800 ms } }\n}\n";
        JsonObject json =
                JsonParser.parseString(Run.reading(text, "check", "-", "--json").out())
                        .getAsJsonObject();
        JsonObject finding = only(json.getAsJsonArray("findings"), null);
        JsonArray fixes = finding.getAsJsonArray("fixes");
        for (JsonElement fix : fixes) {
            String mended = apply(text, fix.getAsJsonObject().getAsJsonArray("edits"));
            assertEquals(0, Run.reading(mended, "check", "-").code(), mended);
        }
        assertFalse(fixes.isEmpty(), finding.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-assistant", "entity-extractor", "finance-model"})
    void everyNumberOfAnExampleLeadsToItsSources(String example) {
        Run run = Run.of("estimate", Run.example(example), "--json", "--today", Run.TODAY);
        assertEquals(0, run.code(), run.err());
        JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals(Run.TODAY, json.get("today").getAsString());
        JsonArray estimates = json.getAsJsonArray("estimates");
        assertTrue(estimates.size() > 15, "only " + estimates.size());
        List<String> unexplained = new ArrayList<>();
        for (JsonElement element : estimates) {
            JsonObject estimate = element.getAsJsonObject();
            double low = estimate.get("low").getAsDouble();
            double likely = estimate.get("likely").getAsDouble();
            double high = estimate.get("high").getAsDouble();
            assertTrue(low <= likely && likely <= high, estimate.get("key").getAsString());
            assertTrue(estimate.has("unit"));
            unexplained(
                    estimate.getAsJsonObject("derivation"),
                    estimate.get("key").getAsString(),
                    unexplained);
        }
        assertEquals(List.of(), unexplained);
    }

    private static void unexplained(JsonObject derivation, String path, List<String> found) {
        if (derivation.get("formula").getAsString().isBlank()) {
            found.add(path + " has no formula");
        }
        for (JsonElement element : derivation.getAsJsonArray("inputs")) {
            JsonObject input = element.getAsJsonObject();
            String here = path + " > " + input.get("meaning").getAsString();
            String origin = input.get("origin").getAsString();
            if (!Set.of("written", "catalogue", "assumed", "computed").contains(origin)
                    || input.get("source").getAsString().isBlank()) {
                found.add(here + " has no source");
            }
            if (origin.equals("computed") && !input.has("derivation")) {
                found.add(here + " is computed from nothing");
            }
            if (input.has("derivation")) {
                unexplained(input.getAsJsonObject("derivation"), here, found);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "accelerators", "endpoints"})
    void listsOfTheCatalogue(String command) {
        Run run = Run.of(command, "--json");
        assertEquals(0, run.code());
        JsonArray entries =
                JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray(command);
        assertFalse(entries.isEmpty());
        for (JsonElement entry : entries) {
            JsonObject object = entry.getAsJsonObject();
            assertTrue(
                    Set.of("verified", "quoted", "recalled")
                            .contains(object.get("confidence").getAsString()),
                    object.toString());
            assertFalse(object.get("source").getAsString().isEmpty(), object.toString());
        }
    }

    @Test
    void severalProjectsGiveAnArray() {
        String text = "project a { }\nproject b { }\n";
        assertEquals(
                2,
                JsonParser.parseString(Run.reading(text, "estimate", "-", "--json").out())
                        .getAsJsonArray()
                        .size());
        JsonObject one =
                JsonParser.parseString(
                                Run.reading(text, "estimate", "-", "--json", "--project", "b")
                                        .out())
                        .getAsJsonObject();
        assertEquals("b", one.get("project").getAsString());
    }

    @Test
    void thePlanAsJson() {
        Run run = Run.reading("project x { }", "plan", "-", "--json");
        assertEquals(0, run.code());
        JsonObject plan = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals("groundplan.plan/1", plan.get("schema").getAsString());
    }

    private static JsonObject only(JsonArray findings, String rule) {
        for (JsonElement finding : findings) {
            JsonObject object = finding.getAsJsonObject();
            boolean fits =
                    rule == null
                            ? !object.getAsJsonArray("fixes").isEmpty()
                            : object.get("rule").getAsString().equals(rule);
            if (fits) {
                return object;
            }
        }
        throw new AssertionError("no such finding in " + findings);
    }

    /** Applies edits given by line and column, the last first. */
    private static String apply(String text, JsonArray edits) {
        StringBuilder result = new StringBuilder(text);
        for (int i = edits.size() - 1; i >= 0; i--) {
            JsonObject edit = edits.get(i).getAsJsonObject();
            int start = offset(text, edit.get("line").getAsInt(), edit.get("column").getAsInt());
            int end =
                    offset(text, edit.get("endLine").getAsInt(), edit.get("endColumn").getAsInt());
            result.replace(start, end, edit.get("newText").getAsString());
        }
        return result.toString();
    }

    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at + column - 1;
    }
}
