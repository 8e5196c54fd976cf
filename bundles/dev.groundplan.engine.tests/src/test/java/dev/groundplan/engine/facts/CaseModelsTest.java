package dev.groundplan.engine.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.engine.Engine;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseModelsTest {
    private static CaseSubjects subjects;

    @BeforeAll
    static void catalogue() {
        subjects = CaseSubjects.of(Engine.create().catalogue());
    }

    @ParameterizedTest
    @CsvSource({
        "meta-llama/Llama-3.1-70B, meta-llama/Llama-3.1-70B",
        "Llama 3.1 8B, meta-llama/Llama-3.1-8B",
        "Llama-2-7B-chat-hf, meta-llama/Llama-2-7b",
        "Mistral-7B, mistralai/Mistral-7B-v0.1",
        "phi-1.5, microsoft/phi-1_5",
        "GPT-2 L, openai-community/gpt2-large",
    })
    void aSourcesWordsAreAModelsName(String words, String name) {
        assertEquals(
                shape(name), subjects.models().named(words).map(CaseModelsTest::shape).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "H100-SXM-80GB, H100-SXM-80GB",
        "H100 SXM5 80GB, H100-SXM-80GB",
        "H100-SXM-96GB-HBM2e (500 W), H100-SXM-80GB",
        "NVIDIA L40S, L40S",
        "DGX-H100, H100-SXM-80GB",
        "8xRTX2080Ti, RTX-2080-Ti",
        "A100, A100-SXM-80GB",
        "A100 40GB, A100-SXM-40GB",
        "NVIDIA A100 80GB PCIe, A100-PCIe-80GB",
        "Tesla V100 32GB, V100-SXM2-32GB",
        "TPU v4, TPUv4",
        "v5e, TPUv5e",
        "Cloud TPU v3-256, TPUv3",
        "Intel Gaudi 2, Gaudi2",
        "Trainium, Trainium1",
        "trn2, Trainium2",
        "GeForce RTX 4090, RTX-4090",
        "GTX 2070, RTX-2080-Ti",
        "B400, B300-SXM-288GB",
        "MacBook Pro M3 Max, Apple-M3-Max",
        "M1 7-Core GPU, Apple-M1",
        "an abacus, A100-SXM-80GB",
    })
    void aSourcesWordsAreAnAcceleratorOrTheNearest(String words, String name) throws NotEstimated {
        CaseInputs inputs = new CaseInputs(Map.of("accelerator", words));
        assertEquals(name, subjects.machines().of(inputs).accelerator().name());
    }

    @Test
    void theGigabytesInABoardsNameAreItsMemory() throws NotEstimated {
        CaseInputs inputs = new CaseInputs(Map.of("accelerator", "H100-SXM-96GB-HBM2e (500 W)"));

        assertEquals(96e9, subjects.machines().of(inputs).accelerator().memory().value());
    }

    @ParameterizedTest
    @CsvSource({
        "Nobodys-30B-A3B, 30e9, 3e9",
        "Nobodys-1.5b, 1.5e9, 1.5e9",
        "Nobodys-350M, 350e6, 350e6",
    })
    void anUnknownModelHasTheSizeOfItsName(String name, double total, double active) {
        CaseModel model =
                subjects.models()
                        .of(
                                new PublishedCase(
                                        "A1",
                                        "train_mfu",
                                        "a job",
                                        new CaseInputs(Map.of("model", name)),
                                        1,
                                        "%",
                                        "s"));

        assertEquals(total, model.total().value());
        assertEquals(active, model.active().value());
    }

    private static String shape(String name) {
        return shape(subjects.catalogue().models().get(name));
    }

    private static String shape(ModelSpec model) {
        return model.architecture().orElseThrow().value().toString();
    }
}
