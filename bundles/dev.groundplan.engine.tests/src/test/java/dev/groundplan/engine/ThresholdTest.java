package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.analysis.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a root changes about the rules. */
class ThresholdTest {
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);
    private static final Engine ENGINE = Engine.create();
    private static final String REPEATED =
            """
            project p {
              data { dataset d { purpose pre-training  tokens 10B } }
              model { pretrain m { tokens 50B  on d } }
            }
            """;

    @TempDir private Path root;

    @Test
    void the_threshold_of_a_rule_is_a_constant_that_the_root_sets() throws IOException {
        String more = REPEATED.replace("50B", "61B");
        assertEquals(true, finds("RepeatedData", "", REPEATED));
        String six = "settings { prior practice.most-epochs 6 because \"our own measurements\" }";
        assertEquals(false, finds("RepeatedData", six, REPEATED));
        assertEquals(true, finds("RepeatedData", six, more));
        assertEquals(false, finds("RepeatedData", "settings { severity RepeatedData off }", more));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project p { assumptions { prior practice.most-epochs VALUE because \"x\" } }",
                "prior practice.most-epochs { value VALUE  source unknown }  project p { }",
            })
    void a_constant_keeps_its_dimension(String text) throws IOException {
        assertEquals(false, finds("WrongUnit", "", text.replace("VALUE", "6")));
        assertEquals(true, finds("WrongUnit", "", text.replace("VALUE", "2 days")));
        // and the rule goes on with the constant that it knows
        String both = text.replace("VALUE", "2 days") + REPEATED.replace("project p", "project q");
        assertEquals(true, finds("RepeatedData", "", both));
    }

    private boolean finds(String rule, String settings, String text) throws IOException {
        Files.writeString(root.resolve(".groundplan"), settings);
        Path file = root.resolve("p.genai");
        return ENGINE
                .analyse("p.genai", file, text, SETTINGS, Cancellation.NEVER)
                .findings()
                .stream()
                .anyMatch(finding -> finding.rule().equals(rule));
    }
}
