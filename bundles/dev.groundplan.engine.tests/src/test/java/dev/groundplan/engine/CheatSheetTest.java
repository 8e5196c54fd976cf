package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Time;
import dev.groundplan.reports.CheatSheet;
import dev.groundplan.reports.Prose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The field's common picture gives orders of magnitude for one run: pre-training days to months,
 * prompt engineering none, tuning, learning from feedback and compression minutes to hours. Usual
 * projects must come out so; the picture is not where the estimates come from.
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

    @ParameterizedTest
    @CsvSource({
        "meta-llama/Llama-3.2-1B-Instruct, quantise gptq { bits 4  group 128 }, quantise",
        "meta-llama/Llama-3.1-8B-Instruct, quantise awq { bits 4  group 128 }, quantise",
        "meta-llama/Llama-3.1-70B-Instruct, quantise awq { bits 4  group 128 }, quantise",
        "meta-llama/Llama-3.1-8B-Instruct, prune { sparsity 50 % }, prune",
        "meta-llama/Llama-3.1-8B-Instruct, distil into meta-llama/Llama-3.2-1B-Instruct { tokens"
                + " 50M }, distil"
    })
    void compressionTakesMinutesToHours(String model, String step, String name) {
        String body =
                """
                model { existing %s }
                deployment { %s  hardware 1 x H100-SXM-80GB }
                """
                        .formatted(model, step);
        isBetween(Time.seconds(60), run(body, name), Time.hours(24));
    }

    /** A project may differ; then its plan says by how much and why. */
    @ParameterizedTest
    @CsvSource({"support-assistant", "entity-extractor", "finance-model"})
    void anExampleKeepsToThePictureOrItsPlanSaysWhyNot(String name) throws IOException {
        Path file =
                Path.of(System.getProperty("groundplan.root", "../.."))
                        .resolve("examples/" + name + ".genai");
        Engine engine = Engine.create();
        Analysis analysis =
                engine.analyse(
                                name,
                                file.toAbsolutePath(),
                                Files.readString(file),
                                new Engine.Settings(LocalDate.of(2026, 11, 23), 1),
                                Cancellation.NEVER)
                        .projects()
                        .getFirst();
        List<String> reasons =
                new CheatSheet()
                        .render(analysis).stream()
                                .filter(Prose.class::isInstance)
                                .flatMap(block -> ((Prose) block).items().stream())
                                .toList();
        List<Stage> computing =
                analysis.plan().stages().stream()
                        .filter(stage -> !(stage instanceof PromptStage))
                        .toList();
        assertFalse(computing.isEmpty());
        for (Stage stage : computing) {
            Time least = stage instanceof PretrainStage ? Time.days(1) : Time.seconds(60);
            Time most = stage instanceof PretrainStage ? Time.months(12) : Time.hours(24);
            Time own = oneRun(analysis, stage);
            boolean usual = own.compareTo(least) >= 0 && own.compareTo(most) <= 0;
            boolean explained =
                    reasons.stream()
                            .anyMatch(
                                    reason ->
                                            reason.startsWith(stage.name() + " takes ")
                                                    && reason.contains(" because "));
            assertEquals(!usual, explained, () -> stage.name() + " takes " + own + ": " + reasons);
        }
    }

    /** Accelerator-hours over accelerators; of what runs more than once, the picture means once. */
    private static Time oneRun(Analysis analysis, Stage stage) {
        int accelerators =
                stage.hardware().flatMap(Hardware::count).filter(count -> count > 0).orElse(1);
        return analysis.value(
                        Dimension.ACCELERATOR_HOURS, "training", stage.name(), "accelerator-hours")
                .orElseThrow(() -> new AssertionError("no hours of " + stage.name()))
                .likely()
                .over(Count.of(accelerators));
    }

    @Test
    void aTuningOfWeeksSaysWhyItTakesWeeks() {
        String body =
                """
                data { dataset d { purpose tuning  examples 5M  tokens 5B } }
                model { existing meta-llama/Llama-3.1-8B-Instruct }
                alignment { fine-tune f { method full  on d  epochs 3  sequence 2_048 tokens  batch 64  hardware 8 x H100-SXM-80GB } }
                """;
        String page = new CheatSheet().render(DerivedWorkTest.analysis(body)).toString();
        assertTrue(page.contains("f takes ") && page.contains("large amount of computing"), page);
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
