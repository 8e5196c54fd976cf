package dev.groundplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.rules.RulePage.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for all rules together: quiet where nothing is wrong, and at peace with each other.
 */
class RuleLawsTest {
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2027, 1, 11), 1);
    private static final Engine ENGINE = Engine.create();
    private static final Path ROOT = Path.of(System.getProperty("groundplan.root", "../.."));

    @Test
    void no_two_safe_fixes_undo_each_other() {
        Rules.all().stream()
                .flatMap(rule -> RulePage.of(rule.name()).snippets().stream())
                .filter(snippet -> snippet.kind() == Kind.FAILS)
                .map(snippet -> analysed(snippet.text()))
                .forEach(RuleLawsTest::staysMended);
    }

    private static void staysMended(AnalysedFile broken) {
        for (Fix first : safe(broken)) {
            AnalysedFile mended = by(broken, first);
            for (Fix second : safe(mended)) {
                assertNotEquals(
                        broken.text(),
                        by(mended, second).text(),
                        () -> first.title() + " and " + second.title());
            }
        }
    }

    private static AnalysedFile by(AnalysedFile file, Fix fix) {
        return analysed(TextEdit.apply(file.text(), ENGINE.edits(file, fix)));
    }

    private static List<Fix> safe(AnalysedFile file) {
        return file.findings().stream()
                .flatMap(finding -> finding.fixes().stream())
                .filter(Fix::safe)
                .toList();
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            return files
                    .filter(file -> file.toString().endsWith(".genai"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_has_no_more_than_three_pieces_of_information_in_a_hundred_lines(Path file)
            throws IOException {
        String text = Files.readString(file);
        List<Finding> information =
                analysed(text).findings().stream()
                        .filter(finding -> finding.severity() == Severity.INFORMATION)
                        .toList();
        long lines = text.lines().count();
        assertTrue(
                information.size() <= Math.ceil(3 * lines / 100.0),
                () -> lines + " lines: " + information);
    }

    /**
     * Projects that a careful architect could have written: much time, money and hardware, every
     * step checked on data that no step learns from.
     */
    @Provide
    Arbitrary<String> sound() {
        Arbitrary<String> models =
                Arbitraries.of(
                        "Qwen/Qwen2.5-0.5B-Instruct",
                        "Qwen/Qwen2.5-1.5B-Instruct",
                        "Qwen/Qwen2.5-7B-Instruct");
        Arbitrary<String> hardware =
                Arbitraries.of("1 x H100-SXM-80GB", "2 x H100-SXM-80GB", "1 x H200-SXM-141GB");
        Arbitrary<String> methods = Arbitraries.of("none", "lora", "qlora");
        Arbitrary<Integer> examples = Arbitraries.integers().between(2_000, 100_000);
        Arbitrary<Integer> input = Arbitraries.integers().between(50, 2_000);
        Arbitrary<Integer> output = Arbitraries.integers().between(5, 400);
        Arbitrary<String> around =
                Arbitraries.of(
                        "",
                        "guard answers { on output }",
                        "retrieval search { corpus manuals  access open  top 4 }",
                        "program-aided calculator { language python  sandbox isolated }");
        return Combinators.combine(models, hardware, methods, examples, input, output, around)
                .as(RuleLawsTest::project);
    }

    private static String project(
            String model,
            String hardware,
            String method,
            int examples,
            int input,
            int output,
            String around) {
        List<String> data = new ArrayList<>();
        data.add("dataset golden { purpose evaluation  examples 5_000 }");
        data.add("dataset manuals { purpose retrieval  tokens 20M }");
        data.add("dataset tickets { purpose tuning  examples " + examples + " }");
        String tune =
                method.equals("none")
                        ? ""
                        : "fine-tune tuned { method "
                                + method
                                + "  on tickets  epochs 2  hardware "
                                + hardware
                                + "  after plain }";
        return """
        project sound {
          start 2027-03-01
          scope {
            goal "Nine of ten answers are right"
            breadth focused
            tasks classification
            workload { requests 0.1..0.2..0.5 per second  input %d tokens  output %d tokens }
            budget { build 100M USD  run 10M USD per month  deadline 2035-01-01 }
          }
          data {
            %s
          }
          model { existing %s }
          alignment {
            prompt plain { technique few-shot }
            %s
          }
          evaluation { gate quality { metric accuracy on golden target 90 %% } }
          deployment { hardware %s }
          augmentation { %s }
        }
        """
                .formatted(
                        input, output, String.join("\n    ", data), model, tune, hardware, around);
    }

    @Property(tries = 60)
    void a_sound_project_has_no_error(@ForAll("sound") String text) {
        List<Finding> errors =
                analysed(text).findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList();
        assertEquals(List.of(), errors, () -> text);
    }

    private static AnalysedFile analysed(String text) {
        Path path = Path.of("laws.genai").toAbsolutePath();
        return ENGINE.analyse("laws.genai", path, text, SETTINGS, Cancellation.NEVER);
    }
}
