package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys by which scripts read results: they outlive versions. */
class ScriptKeysTest {
    private static final Path TEXTS =
            Path.of(System.getProperty("groundplan.root", "../.."))
                    .resolve("dsl/dev.groundplan.dsl.tests/src/test/resources/dev/groundplan/dsl");

    private final Engine engine = Engine.create();

    private Analysis forecast(String file, int project) throws Exception {
        Analysis analysis =
                engine.analyse(
                                file,
                                Path.of(file).toAbsolutePath(),
                                Files.readString(TEXTS.resolve(file)),
                                new Engine.Settings(LocalDate.of(2026, 11, 23), 1),
                                Cancellation.NEVER)
                        .projects()
                        .get(project);
        return engine.forecast(analysis, 200, Cancellation.NEVER);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    support-assistant.genai, 0, build.cost run.cost.month finish effort
                    support-assistant.genai, 0, chance.budget chance.deadline
                    support-assistant.genai, 0, training.lora-tickets.flop training.lora-tickets.mfu
                    support-assistant.genai, 0, training.lora-tickets.accelerator-hours
                    support-assistant.genai, 0, training.lora-tickets.duration
                    support-assistant.genai, 0, training.lora-tickets.memory-per-accelerator
                    support-assistant.genai, 0, training.lora-tickets.trainable-parameters
                    support-assistant.genai, 0, training.lora-tickets.cost energy carbon
                    support-assistant.genai, 0, model.parameters model.active-parameters
                    support-assistant.genai, 0, serving.memory.weights serving.memory.kv-per-token
                    support-assistant.genai, 0, serving.first-token serving.per-token
                    support-assistant.genai, 0, serving.throughput serving.accelerators
                    support-assistant.genai, 0, serving.cost.million-tokens
                    code-and-finance.genai,  0, labelling.helpful.hours evaluation.pass.sample-size
                    """)
    void everyKeyThatScriptsRelyOnHasANumber(String file, int project, String keys)
            throws Exception {
        Analysis analysis = forecast(file, project);
        for (String key : keys.split(" ")) {
            assertTrue(
                    analysis.estimates().stream().anyMatch(e -> e.key().toString().equals(key)),
                    key);
        }
    }

    @Test
    void aGateNeedsWhatItsMostDemandingMetricNeeds() throws Exception {
        Analysis analysis = forecast("support-assistant.genai", 0);
        double most =
                analysis.estimates().stream()
                        .filter(e -> e.key().toString().startsWith("evaluation.golden-quality."))
                        .filter(e -> e.key().toString().endsWith(".needed"))
                        .mapToDouble(ScriptKeysTest::likely)
                        .max()
                        .orElseThrow();
        assertEquals(most, likely(analysis, "evaluation", "golden-quality", "sample-size"), 1e-9);
    }

    @Test
    void theElectricityUntilReleaseIsThatOfAllThatIsTrained() throws Exception {
        Analysis analysis = forecast("support-assistant.genai", 0);
        double sum =
                likely(analysis, "training", "lora-tickets", "energy")
                        + likely(analysis, "training", "quantise", "energy");
        assertEquals(sum, likely(analysis, "energy"), 1e-9 * sum);
    }

    private static double likely(Analysis analysis, String... key) {
        return analysis.estimate(new ResultKey(Arrays.asList(key)))
                .map(ScriptKeysTest::likely)
                .orElseThrow();
    }

    private static double likely(Estimate<?> estimate) {
        return estimate.value().likely().value();
    }
}
