package dev.groundplan.engine.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Accuracy;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.json.JsonRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of sources about training, tuning and what follows come to. */
class TrainingCasesTest {
    private static final Catalogue CATALOGUE = Engine.create().catalogue();
    private static final String ROW =
            """
            {"rows":[{"id":"A1","quantity":"%s","case":"%s","inputs":{%s},
            "value":1,"unit":"%s","source":"%s","use":"score"}]}\
            """;

    private static double estimate(String quantity, String inputs) throws JsonRefusal {
        return row(quantity, "a job", inputs, "x", "s").estimate().likely().value();
    }

    private static Accuracy.Row row(
            String quantity, String name, String inputs, String unit, String source)
            throws JsonRefusal {
        Accuracy scored =
                Scoring.of(
                        "f.json", ROW.formatted(quantity, name, inputs, unit, source), CATALOGUE);
        assertEquals(1, scored.rows().size(), scored.notCovered()::toString);
        return scored.rows().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // tokens of a run are its steps times its batch times its sequences
                "train_accelerator_hours|'steps':1000,'global_batch':512,'seq_len':2048"
                        + "|'tokens':1048576000,'global_batch':512,'seq_len':2048|1",
                // as much data over again takes as long again
                "finetune_accelerator_hours|'examples':20000,'epochs':2"
                        + "|'examples':10000,'epochs':2|2",
                "finetune_accelerator_hours|'examples':20000,'epochs':3|'examples':20000|1",
                "rlhf_ppo_hours|'samples':90000|'samples':45000|2",
                // the mean of both ends
                "rlhf_ppo_hours|'samples':1000,'osl':'200-400'|'samples':1000,'osl':300|1",
                // 4e6 + 4e6 tokens in sequences of 200 + 200
                "rlhf_ppo_hours|'query_tokens':4e6,'generated_tokens':4e6,'isl':200,'osl':200"
                        + "|'samples':20000,'isl':200,'osl':200|1",
                // accumulation repeats a micro-batch; adapters have no optimizer to speak of
                "finetune_seconds_per_optimizer_step|'method':'LoRA','grad_accum':8"
                        + "|'method':'LoRA','grad_accum':4|2",
                // 1,000 micro-batches of one sequence in minutes, and sequences a second
                "finetune_samples_per_s|'seq_len':1024|'seq_len':1024|1",
            })
    void whatIsSaidInOtherWordsIsTheSame(String quantity, String one, String other, double factor)
            throws JsonRefusal {
        String model = "\"params\":7e9,\"accelerator\":\"A100-SXM-80GB\",\"accelerators\":8,";
        double first = estimate(quantity, model + one.replace('\'', '"'));
        double second = estimate(quantity, model + other.replace('\'', '"'));

        assertEquals(factor, first / second, 1e-9);
    }

    @Test
    void sequencesASecondAreTheInverseOfTheTimeOfAMicroBatch() throws JsonRefusal {
        String job = "\"params\":7e9,\"seq_len\":1024,\"accelerators\":1,\"method\":\"LoRA\"";
        Accuracy.Row rate = row("finetune_samples_per_s", "a job", job, "x", "s");
        Accuracy.Row time = row("finetune_minutes_per_1k_iters", "a job", job, "x", "s");

        assertEquals(
                1000 / 60.0,
                rate.estimate().likely().value() * time.estimate().likely().value(),
                1e-9);
        assertEquals(
                1000 / 60.0, rate.estimate().low().value() * time.estimate().high().value(), 1e-9);
    }

    @Test
    void memoryInBinaryGigabytesIsLessByTheirSize() throws JsonRefusal {
        String job = "\"params\":7e9,\"seq_len\":1024,\"accelerators\":2";
        double decimal =
                row("finetune_mem_GB_total", "a job", job, "GB", "s").estimate().likely().value();
        double binary =
                row("finetune_mem_GB_total", "a job", job, "GiB", "s").estimate().likely().value();

        assertEquals(1.073741824, decimal / binary, 1e-9);
    }

    @Test
    void onePassOverAHundredAndSeventyFiveBillionParametersTakesFourHours() throws JsonRefusal {
        // GPTQ's own figure: 175 x 82 s = 3.99 h
        assertEquals(3.986, estimate("ptq_accelerator_hours", "\"params\":175e9"), 1e-3);
    }

    @Test
    void aPairComparedInFourMinutesAtTwentyDollarsAnHourCostsOneDollarThirtyThree()
            throws JsonRefusal {
        // 4 / 60 x 20 = 1.333
        assertEquals(1.333, estimate("labelling_cost_usd_per_item", "\"task\":\"pairwise\""), 1e-3);
    }

    @Test
    void aTokenPassesTheEncoderOrTheDecoder() throws JsonRefusal {
        // T5-11B's own count: 3.3e22 FLOP over 1e12 tokens, half of 6 x 11e9 x 1e12
        Accuracy.Row row =
                row("train_flops", "T5-11B", "\"params\":11e9,\"tokens\":1e12", "FLOP", "s");

        assertEquals(3.3e22, row.estimate().likely().value(), 1e16);
    }

    @Test
    void aPapersNumberTellsTheSoftwareOfItsTime() throws JsonRefusal {
        String job =
                "\"params\":7e9,\"tokens\":1e12,\"accelerator\":\"A100-SXM-80GB\","
                        + "\"framework\":\"fms\"";
        double before =
                row("train_accelerator_hours", "a job", job, "h", "arXiv:2104.00001")
                        .estimate()
                        .likely()
                        .value();
        double later =
                row("train_accelerator_hours", "a job", job, "h", "arXiv:2404.00001, Table 3")
                        .estimate()
                        .likely()
                        .value();

        assertTrue(before > later, before + " against " + later);
    }

    @ParameterizedTest
    @CsvSource({
        "train_accelerator_hours",
        "phase_accelerator_hours",
        "train_flops",
        "train_gpu_energy_MWh",
        "finetune_accelerator_hours",
        "rlhf_ppo_hours",
        "distill_accelerator_hours",
        "ptq_accelerator_hours",
    })
    void whatNobodyCountsIsAssumedAsForAPlan(String quantity) throws JsonRefusal {
        Accuracy.Row row = row(quantity, "a job", "\"params\":7e9", "x", "s");

        assertTrue(row.estimate().low().value() < row.estimate().high().value());
    }
}
