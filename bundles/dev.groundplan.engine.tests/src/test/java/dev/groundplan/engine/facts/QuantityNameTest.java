package dev.groundplan.engine.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityNameTest {
    private static final Set<String> KNOWN =
            CaseEstimators.all().stream()
                    .flatMap(estimator -> estimator.quantities().stream())
                    .collect(Collectors.toSet());

    @ParameterizedTest
    @CsvSource({
        "ttft_seconds, ttft_ms, 0.001",
        "time_to_first_token_ms, ttft_ms, 1",
        "inter_token_latency_ms, tpot_ms, 1",
        "e2e_latency_s, inference_e2e_latency_ms, 0.001",
        "serving_energy_Wh_per_token, inference_energy_J_per_token, 2.777777777777778e-4",
        "energy_Wh_per_1k_queries, inference_energy_J_per_request, 0.2777777777777778",
        "train_wall_clock_hours, train_accelerator_hours, 0.125",
        "train_days, train_accelerator_hours, 0.005208333333333333",
        "joules_per_token, inference_energy_J_per_token, 1",
        "train_energy_kWh, train_energy_MWh, 1000",
        "kv_cache_bytes, kv_cache_GB, 1e9",
        "pretrain_accelerator_hours, train_accelerator_hours, 1",
        "train_tokens_per_s, train_tokens_per_s_per_gpu, 8",
        "train_memory_GiB_per_device, train_mem_peak_GB_per_gpu, 0.9313225746154785",
        "sft_tokens_per_minute, finetune_tokens_per_s, 60",
        "train_step_seconds, train_iteration_seconds, 1",
    })
    void aNameThatNobodyHasUsedYetIsTheNearestInItsUnit(String name, String known, double factor) {
        assertEquals(known, QuantityName.nearest(name, KNOWN).orElse("none"));
        assertEquals(factor, QuantityName.of(name).from(QuantityName.of(known), 8), 1e-12 * factor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"happiness", "project_cost_musd", "mmlu"})
    void aNameOfSomethingElseIsNone(String name) {
        assertEquals("none", QuantityName.nearest(name, KNOWN).orElse("none"));
    }
}
