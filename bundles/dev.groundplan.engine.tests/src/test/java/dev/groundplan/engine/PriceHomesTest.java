package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.ResultKey;
import org.junit.jupiter.api.Test;

/** One price of a thing wherever it is paid, and all that is paid in the total. */
class PriceHomesTest {
    private static double likely(Analysis analysis, String... key) {
        return analysis.estimate(ResultKey.of(key))
                .orElseThrow(() -> new AssertionError(String.join(".", key)))
                .value()
                .likely()
                .value();
    }

    /** Half the price of an hour, half the load from which it pays. */
    @Test
    void theBreakEvenCountsAcceleratorsAsTheyAreBought() {
        String card =
                """
                }
                accelerator CARD { memory 48 GB  bandwidth 864 GB per second  bf16 362 TFLOPS  fp16 362 TFLOPS  price 2 USD per hour  reserved 1 USD per hour  source unknown  confidence recalled }
                project q {
                  scope { workload { requests 1..2..4 per second  input 900 tokens  output 200 tokens } }
                  model { existing meta-llama/Llama-3.1-8B-Instruct }
                  deployment { hardware CARD  replicas 1..4  purchase %s }
                """;
        double[] rate = new double[2];
        for (int i = 0; i < 2; i++) {
            String way = i == 0 ? "on-demand" : "reserved";
            Analysis analysis = DerivedWorkTest.analyses(card.formatted(way)).getLast();
            rate[i] = likely(analysis, "serving", "break-even", "rate");
        }
        assertEquals(0.5, rate[1] / rate[0], 1e-9);
    }

    /** Two rounds of judging, and a corpus that is embedded once. */
    @Test
    void judgesAndEmbeddingArePartOfBuilding() {
        Analysis analysis =
                DerivedWorkTest.analysis(
                        """
                        data { dataset golden { purpose evaluation  examples 10k }
                               dataset handbook { purpose retrieval  tokens 900M } }
                        scope { workload { requests 1 per second  input 900 tokens  output 200 tokens } }
                        model { existing openai/gpt-4o }
                        alignment { prompt few { technique few-shot }  iterate few until good rounds 2 }
                        evaluation { gate good { metric judge-score on golden target 80 %  judge openai/gpt-4o } }
                        augmentation { retrieval search { corpus handbook } }
                        """);
        double judging =
                analysis.estimates().stream()
                        .filter(e -> e.key().toString().endsWith("judge.cost"))
                        .filter(e -> !e.key().segments().getFirst().equals("cost"))
                        .mapToDouble(e -> e.value().likely().value())
                        .sum();
        double embedding =
                analysis.estimates().stream()
                        .filter(e -> e.key().toString().endsWith("embedding-cost"))
                        .mapToDouble(e -> e.value().likely().value())
                        .sum();
        assertTrue(judging > 0 && embedding > 0, judging + " " + embedding);
        assertEquals(
                likely(analysis, "cost", "people") + 2 * judging + embedding,
                likely(analysis, "build", "cost"),
                1e-6);
    }
}
