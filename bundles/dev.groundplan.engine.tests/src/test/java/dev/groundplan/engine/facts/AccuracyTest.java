package dev.groundplan.engine.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Accuracy;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.UnreadableFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyTest {
    private static Engine engine;

    @BeforeAll
    static void engine() {
        engine = Engine.create();
    }

    private static Accuracy score(String rows) throws UnreadableFile {
        return engine.accuracy("facts.json", "{\"rows\": [" + rows + "]}");
    }

    private static String parameters(String id, String source, long published) {
        // 2 layers x (4·8² + 2·8·32 + 2·8) + 10·8 + 8 + 10·8, by hand: 1,736
        return """
        {"id": "%s", "quantity": "param_count", "source": "%s", "value": %d, "inputs": {
          "architecture": {"layers": 2, "hidden": 8, "heads": 2, "ffn": 32, "vocab": 10,
          "gated_mlp": false, "norm": "rms", "norms_per_layer": 2}}}
        """
                .formatted(id, source, published);
    }

    @Test
    void aCountEqualsTheOneByHand() throws UnreadableFile {
        Accuracy.Row row = score(parameters("a", "paper", 1736)).rows().getFirst();
        assertEquals(1736, row.estimate().likely().value());
        assertEquals(0, row.error().value());
    }

    @Test
    void theErrorOverSourcesCountsEachSourceOnce() throws UnreadableFile {
        // estimates are 1,736 throughout: errors 0, 0, 0 of one table and 1 of another paper
        Accuracy accuracy =
                score(
                        String.join(
                                ",",
                                parameters("a", "table", 1736),
                                parameters("b", "table", 1736),
                                parameters("c", "table", 1736),
                                parameters("d", "paper", 868)));
        Accuracy.Quantity quantity = accuracy.quantities().getFirst();
        assertEquals(0, quantity.median().orElseThrow().value());
        assertEquals(0.5, quantity.overSources().orElseThrow().value());
        assertEquals(0.75, quantity.inside().orElseThrow().value());
        assertEquals(0, quantity.bias().orElseThrow().value());
        assertEquals(2, accuracy.sources().size());
    }

    @Test
    void trainingMultipliesEachParameterSixTimesAToken() throws UnreadableFile {
        // 6 x 7e9 x 1e12, by hand
        Accuracy.Row row =
                score(
                                """
                                {"id": "f", "quantity": "train_flops", "value": 4e22,
                                 "inputs": {"params": "7B", "tokens": 1e12}}
                                """)
                        .rows()
                        .getFirst();
        assertEquals(4.2e22, row.estimate().likely().value(), 1e9);
        assertEquals(0.05, row.error().value(), 1e-9);
    }

    @Test
    void whatNoEstimatorKnowsIsNotCoveredAndSaysWhy() throws UnreadableFile {
        Accuracy accuracy =
                score("{\"id\": \"x\", \"quantity\": \"happiness\", \"value\": 3, \"inputs\": {}}");
        assertEquals("no estimator for `happiness`", accuracy.notCovered().getFirst().reason());
        assertEquals(0, accuracy.quantities().getFirst().covered());
    }

    @Test
    void arithmeticAndReferencesAreNoMeasureOfAccuracy() throws UnreadableFile {
        assertTrue(
                score(
                                """
                                {"quantity": "param_count", "value": 1, "use": "reference"},
                                {"quantity": "param_count", "value": 1, "use": "arithmetic"}
                                """)
                        .rows()
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|expected a JSON object",
                "{\"rows\": 3}|no list `rows`",
                "{\"rows\": [3]}|row 1 is no object",
                "{\"rows\": [{\"value\": 3}]}|row 1 has no `quantity`",
                "{\"rows\": [{\"quantity\": \"q\", \"value\": \"many\"}]}|row 1 has no number",
                "{\"rows\": [{\"quantity\": \"q\", \"value\": 1e400}]}|row 1 has no number",
                "{\"rows\": |not JSON",
            })
    void aFileOfAnotherShapeIsRefusedByItsRow(String text, String message) {
        UnreadableFile refusal =
                assertThrows(UnreadableFile.class, () -> engine.accuracy("facts.json", text));
        assertTrue(refusal.getMessage().startsWith("facts.json"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    @Test
    void everyPublishedCountOfAKnownShapeIsMet() throws UnreadableFile {
        Accuracy.Quantity counts =
                engine.accuracy().quantities().stream()
                        .filter(quantity -> quantity.name().equals("param_count"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(counts.rows(), counts.covered());
        assertEquals(0, counts.p90().orElseThrow().value());
    }
}
