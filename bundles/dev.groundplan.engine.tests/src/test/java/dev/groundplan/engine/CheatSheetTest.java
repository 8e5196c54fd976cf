package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The field's common picture gives orders of magnitude for one run: pre-training days to months,
 * prompt engineering none, tuning and learning from feedback minutes to hours. Usual projects must
 * come out so; the picture is not where the estimates come from.
 */
class CheatSheetTest {
    private static Time run(String body, String stage) {
        Analysis analysis = DerivedWorkTest.analysis(body);
        return analysis.value(Dimension.TIME, "training", stage, "duration")
                .orElseThrow(() -> new AssertionError("no duration of " + stage))
                .likely();
    }

    private static void isBetween(Time least, Time time, Time most) {
        assertTrue(
                time.compareTo(least) >= 0 && time.compareTo(most) <= 0,
                () -> time + " is not within " + least + " and " + most);
    }

    /** Sizes, tokens and clusters as such models were published with. */
    @ParameterizedTest
    @CsvSource({
        "16, 2_048, 16, 8_192, 300B, 64 x A100-SXM-80GB",
        "32, 4_096, 32, 11_008, 1T, 256 x A100-SXM-80GB",
        "80, 8_192, 64, 28_672, 2T, 2_048 x A100-SXM-80GB"
    })
    void preTrainingTakesDaysToMonths(
            int layers, String hidden, int heads, String ffn, String tokens, String hardware) {
        String body =
                """
                model {
                  pretrain base {
                    architecture { layers %d  hidden %s  heads %d  kv-heads %d  ffn %s  vocabulary 32_000  context 2_048 }
                    tokens %s  sequence 2_048 tokens  precision bf16  batch 4M tokens  hardware %s
                  }
                }
                """
                        .formatted(layers, hidden, heads, heads, ffn, tokens, hardware);
        isBetween(Time.days(1), run(body, "base"), Time.months(12));
    }

    @ParameterizedTest
    @CsvSource({
        "lora { rank 16 }, 5k, 2M, 1 x A100-SXM-80GB",
        "qlora { rank 16 }, 10k, 5M, 1 x H100-SXM-80GB",
        "lora { rank 16 }, 50k, 25M, 4 x H100-SXM-80GB",
        "full, 50k, 25M, 8 x H100-SXM-80GB"
    })
    void tuningTakesMinutesToHours(String method, String examples, String tokens, String hardware) {
        String body =
                """
                data { dataset d { purpose tuning  examples %s  tokens %s } }
                model { existing meta-llama/Llama-3.1-8B-Instruct }
                alignment { fine-tune f { method %s  on d  epochs 2  sequence 2_048 tokens  batch 64  hardware %s } }
                """
                        .formatted(examples, tokens, method, hardware);
        isBetween(Time.seconds(60), run(body, "f"), Time.hours(24));
    }

    @ParameterizedTest
    @CsvSource({"dpo { reference yes }, 8k", "dpo { reference yes }, 60k", "grpo { group 8 }, 4k"})
    void learningFromFeedbackTakesMinutesToHours(String method, String examples) {
        String body =
                """
                data { dataset d { purpose preference  examples %s  tokens 8M } }
                model { existing meta-llama/Llama-3.1-8B-Instruct }
                alignment {
                  reinforce r { method %s  on d  epochs 1  sequence 2_048 tokens  response 512 tokens  batch 64
                                hardware 8 x H100-SXM-80GB }
                }
                """
                        .formatted(examples, method);
        isBetween(Time.seconds(60), run(body, "r"), Time.hours(24));
    }

    @Test
    void promptEngineeringTrainsNothing() {
        Analysis analysis =
                DerivedWorkTest.analysis("alignment { prompt p { technique few-shot  shots 5 } }");
        assertTrue(
                analysis.estimates().stream()
                        .noneMatch(e -> e.key().segments().getFirst().equals("training")));
    }
}
