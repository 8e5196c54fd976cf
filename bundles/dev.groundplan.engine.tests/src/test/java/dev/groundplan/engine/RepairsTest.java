package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepairsTest {
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2027, 1, 11), 1);
    private static final Engine ENGINE = Engine.create();
    private static final Repairs REPAIRS = new Repairs(ENGINE, SETTINGS);

    private static final String BROKEN =
            """
            project support-assistant {
              scope { workload { input 6k..2k..800 tokens } }   // usual first
              data { dataset golden { purpose evaluation  examples 1_200 } }
              model { existing Qwen/Qwen2.5-7B-Instruct }
              alignment { prompt plain { technique few-shots } }
              evaluation { gate q { of plain  metric exact-match on golden target 78 % } }
              deployment { hardware L40S  quantise awq }
              augmentation { program-aided calculator { language python } }
            }
            """;

    static Stream<String> pieces() {
        return SamplePieces.all().stream().filter(piece -> piece.contains("project "));
    }

    @Test
    void what_decides_nothing_is_mended_at_once_and_comments_stay() {
        Repairs.Repaired repaired = REPAIRS.of(analysed(BROKEN));
        assertEquals(
                """
                project support-assistant {
                  scope { workload { input 0.8k..2k..6k tokens } }   // usual first
                  data { dataset golden { purpose evaluation  examples 1_200 } }
                  model { existing Qwen/Qwen2.5-7B-Instruct }
                  alignment { prompt plain { technique few-shot } }
                  evaluation { gate q { of plain, quantise  metric exact-match on golden target 78 % } }
                  deployment { hardware L40S  quantise awq }
                  augmentation { program-aided calculator { language python  sandbox isolated } }
                }
                """,
                repaired.file().text());
        assertEquals(
                List.of(
                        "RangeOutOfOrder",
                        "UnknownWord",
                        "QuantisedWithoutEvaluation",
                        "UnsandboxedCode"),
                repaired.done().stream().map(done -> done.finding().rule()).toList());
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void mending_brings_no_error_and_mending_again_changes_nothing(String text) {
        AnalysedFile before = analysed(text);
        AnalysedFile after = REPAIRS.of(before).file();
        assertTrue(errors(after) <= errors(before), after.findings().toString());
        assertEquals(after.text(), REPAIRS.of(after).file().text());
    }

    private static long errors(AnalysedFile file) {
        return file.findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
    }

    private static AnalysedFile analysed(String text) {
        Path path = Path.of("sample.genai").toAbsolutePath();
        return ENGINE.analyse("sample.genai", path, text, SETTINGS, Cancellation.NEVER);
    }
}
