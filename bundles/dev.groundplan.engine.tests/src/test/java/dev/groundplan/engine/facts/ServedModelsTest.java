package dev.groundplan.engine.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Accuracy;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.json.JsonRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedModelsTest {
    private static final Catalogue CATALOGUE = Engine.create().catalogue();
    private static final String ROW =
            """
            {"rows":[{"id":"A1","quantity":"%s","case":"a decoder","inputs":{%s},
            "value":1,"unit":"x","source":"s","use":"score"}]}\
            """;

    @Test
    void twoBytesAWeightAreTheSizeOfASixteenBitFile() throws JsonRefusal {
        // 6,738,415,616 weights of two bytes
        Accuracy scored =
                score(
                        "weights_file_GB",
                        "\"model\":\"Llama-2-7B\",\"params\":6738415616,\"precision\":\"bf16\"");

        assertEquals(13.476831232, scored.rows().getFirst().estimate().likely().value(), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"batch\":0,\"params\":7e9",
                "\"batch\":-3,\"params\":7e9",
                "\"params\":0",
                "\"params\":-1",
                "\"params\":1e300",
                "\"params\":\"many\",\"tp\":\"some\"",
                "\"params\":7e9,\"isl\":-5",
                "\"params\":7e9,\"osl\":0",
                "\"params\":7e9,\"tp\":0,\"accelerators\":-8",
                "\"params\":7e9,\"isl\":0,\"osl\":1",
                "\"params\":7e9,\"accelerator\":\"abacus\",\"precision\":\"runes\",\"framework\":\"ink\"",
                "\"params\":7e9,\"concurrency\":1e200,\"isl\":1e200",
                "\"layers\":2,\"hidden\":64,\"heads\":0,\"kv_heads\":0",
                "\"layers\":2,\"hidden\":64,\"vocab\":-1,\"experts\":4,\"active_experts\":0",
                "\"params\":7e9,\"annotator\":\"nobody\",\"examples\":-1"
            })
    void oddWordsAreScoredOrRefusedWithAReason(String inputs) throws JsonRefusal {
        for (CaseEstimator estimator : CaseEstimators.all()) {
            for (String quantity : estimator.quantities()) {
                Accuracy scored = score(quantity, inputs);

                assertEquals(1, scored.rows().size() + scored.notCovered().size());
                scored.notCovered().forEach(n -> assertTrue(!n.reason().isBlank()));
            }
        }
    }

    private static Accuracy score(String quantity, String inputs) throws JsonRefusal {
        return Scoring.of("f.json", ROW.formatted(quantity, inputs), CATALOGUE);
    }
}
