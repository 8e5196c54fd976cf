package dev.groundplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One defect put into a sound example: the rule that is named for it finds it where it is, nobody
 * says anything else, and each fix takes it away.
 */
class PlantedDefectTest {
    private static final Path ROOT = Path.of(System.getProperty("groundplan.root", "../.."));
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2027, 1, 11), 1);
    private static final Engine ENGINE = Engine.create();

    /**
     * @param found what stands at the beginning of the finding
     * @param sound a pattern of what the example says
     * @param defect what stands there instead
     */
    @ParameterizedTest(name = "{0} in {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    MissingGoal | scope | support-assistant | goal +"[^"]*" | ``
                    MissingGoal | scope | entity-extractor | goal +"[^"]*" | ``
                    VagueScope | general | entity-extractor | breadth +focused | breadth general
                    VagueScope | focused | support-assistant | tasks +question-answering, summarisation | tasks question-answering, summarisation, retrieval, dialogue
                    NoBudget | budget | support-assistant | build +450k USD\\s+run +30k USD per month | ``
                    NoServiceLevels | workload | support-assistant | service \\{[^}]*\\} | ``
                    NoServiceLevels | workload | finance-model | service \\{[^}]*\\} | ``
                    NoAlternativesConsidered | meta-llama | support-assistant | candidates[^\\n]*\\n +rejected[^\\n]* | ``
                    NoIterationLoop | gate | support-assistant | iterate [^\\n]* | ``
                    NoIterationLoop | gate | entity-extractor | iterate [^\\n]* | ``
                    DatasetTooSmall | 400 | support-assistant | examples 120k  tokens 85M  unique 92 %  labelled 12k | examples 400  tokens 300k
                    DatasetTooSmall | 250 | entity-extractor | examples +6k  tokens 6..7.5..9M  unique 95 %  labelled 2k | examples 250
                    VocabularyMismatch | 250_000 | finance-model | unigram  vocabulary 131_072 | unigram  vocabulary 250_000
                    VocabularyMismatch | 64_000 | finance-model | unigram  vocabulary 131_072 | unigram  vocabulary 64_000
                    MetricUnfitForTask | metric | support-assistant | metric exact-match  on golden target 78 %  now 61 % | metric exact-match on golden target 78 %  now 61 % metric bleu on golden target 40 %
                    OverProvisioned | 8..12 | entity-extractor | run +2k([\\s\\S]*?)replicas 1..3 | run 9k$1replicas 8..12
                    MissingBaseline | metric | entity-extractor | target 92 %  now 71 %([^%]*)target 99 %  now 90 % | target 92 %$1target 99 %
                    """)
    void a_defect_is_found_by_its_rule_and_mended_by_its_fixes(
            String rule, String found, String example, String sound, String defect)
            throws IOException {
        String text = Files.readString(ROOT.resolve("examples").resolve(example + ".genai"));
        Matcher place = Pattern.compile(sound).matcher(text);
        assertTrue(place.find(), () -> sound);
        AnalysedFile broken = analysed(place.replaceFirst(defect));
        assertEquals(List.of(rule), names(broken), () -> broken.findings().toString());
        Finding finding = broken.findings().getFirst();
        assertTrue(broken.text().startsWith(found, finding.range().offset()), finding::toString);
        for (Fix fix : finding.fixes()) {
            AnalysedFile mended =
                    analysed(TextEdit.apply(broken.text(), ENGINE.edits(broken, fix)));
            assertEquals(List.of(), names(mended), () -> fix.title() + mended.findings());
        }
    }

    private static List<String> names(AnalysedFile file) {
        return file.findings().stream().map(Finding::rule).toList();
    }

    private static AnalysedFile analysed(String text) {
        Path path = Path.of("planted.genai").toAbsolutePath();
        return ENGINE.analyse("planted.genai", path, text, SETTINGS, Cancellation.NEVER);
    }
}
