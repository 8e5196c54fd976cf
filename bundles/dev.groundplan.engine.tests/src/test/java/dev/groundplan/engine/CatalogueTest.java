package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.catalogue.Library;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Confidence;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.Source;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.dsl.image.LibraryImage;
import dev.groundplan.estimators.ParameterFormula;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole built-in catalogue: what it says is read, agrees with itself and says where it is from.
 */
class CatalogueTest {
    private static final Path SOURCES =
            Path.of(
                    System.getProperty("groundplan.root", "../.."),
                    "bundles/dev.groundplan.catalogue/src/dev/groundplan/catalogue");
    private static final GenaiLanguage LANGUAGE =
            new GenaiLanguage(
                    LibraryImage.of(Engine.libraryImage(), Library.checksum()).orElseThrow());

    /**
     * A declaration from its keyword to its end; what is inside is indented or on the same line.
     */
    private static final Pattern ENTRY =
            Pattern.compile("^(\\w+) (\\S+)[^\\n]*(?:\\n .*|\\n\\})*", Pattern.MULTILINE);

    private static final Pattern CITATION =
            Pattern.compile("source (unknown|\"[^\"]+\")(  as-of [0-9-]{10})?  confidence (\\w+)");

    static Stream<Library> files() {
        return Library.all().stream();
    }

    static List<ModelSpec> counted() {
        return LANGUAGE.catalogue().models().values().stream()
                .filter(model -> model.architecture().isPresent())
                .toList();
    }

    static Stream<MatchResult> entries() {
        return Library.all().stream()
                .flatMap(file -> ENTRY.matcher(file.text().replaceAll("(?m)^//.*$", "")).results());
    }

    private static Plan read(String name, String text) {
        return LANGUAGE.read(
                        name,
                        Path.of("/catalogue").resolve(name),
                        text,
                        LocalDate.of(2026, 11, 23),
                        1)
                .declarations();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_reads_without_a_mistake(Library file) {
        // read as a user's file, each declaration takes the place of itself
        assertEquals(
                List.of(),
                read(file.name(), file.text()).misreadings().stream()
                        .filter(mistake -> !(mistake instanceof Misreading.Shadowing))
                        .toList());
    }

    @Test
    void every_file_is_listed() throws IOException {
        try (Stream<Path> found = Files.walk(SOURCES)) {
            assertEquals(
                    found.map(path -> SOURCES.relativize(path).toString().replace('\\', '/'))
                            .filter(name -> name.endsWith(".genai"))
                            .sorted()
                            .toList(),
                    files().map(Library::name).sorted().toList());
        }
    }

    @Test
    void nothing_is_declared_twice() {
        List<String> names =
                entries()
                        .filter(entry -> !entry.group(1).equals("result"))
                        .map(
                                entry ->
                                        entry.group(1).replace("endpoint", "model")
                                                + " "
                                                + entry.group(2))
                        .toList();
        assertEquals(names.stream().distinct().toList(), names);
    }

    @ParameterizedTest
    @MethodSource("counted")
    void what_is_published_is_what_the_architecture_counts(ModelSpec model) {
        double published = model.published().orElseThrow().value().value();
        double counted =
                ParameterFormula.of(model.architecture().orElseThrow().value()).total().value();
        if (model.nominal()) {
            // rounded by the makers, or a part is missing that a comment names
            assertEquals(1, counted / published, 0.03, model.name());
        } else {
            assertEquals(published, counted, model.name());
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_entry_says_where_it_is_from(MatchResult entry) {
        String text = entry.group();
        List<MatchResult> citations = CITATION.matcher(text).results().toList();
        assertTrue(
                !citations.isEmpty() || text.contains("variant-of"),
                "a source, or `source unknown  confidence recalled`, is missing:\n" + text);
        for (MatchResult citation : citations) {
            assertEquals(
                    citation.group(1).equals("unknown"),
                    citation.group(3).equals("recalled") && !citation.group(1).startsWith("\""),
                    text);
            assertTrue(
                    Stream.of(Confidence.values())
                            .anyMatch(known -> known.word().equals(citation.group(3))),
                    text);
        }
    }

    @Test
    void the_names_that_the_description_of_the_language_uses_are_there() {
        Plan plan =
                LANGUAGE.read(
                                "names.genai",
                                Path.of("/names.genai"),
                                """
                                project names {
                                  data { dataset d { purpose tuning  licence proprietary } }
                                  model {
                                    existing meta-llama/Llama-3.1-8B-Instruct
                                    candidates mistralai/Mistral-7B-Instruct-v0.3, Qwen/Qwen2.5-7B-Instruct, Qwen/Qwen2.5-7B, Qwen/Qwen2.5-3B, meta-llama/Llama-3.1-8B
                                    rejected openai/gpt-4o-mini because "named"
                                  }
                                  evaluation {
                                    gate g {
                                      metric faithfulness target 95 %  judge meta-llama/Llama-3.3-70B-Instruct
                                      metric exact-match target 78 %
                                      metric pass-at-1 target 62 %
                                      metric rouge-l target 30 %
                                      metric accuracy target 30 %
                                    }
                                    benchmark mmlu { floor 60 % }
                                    benchmark ifeval { floor 60 % }
                                  }
                                  deployment { hardware L40S  region eu-central }
                                  augmentation {
                                    retrieval r { embedding BAAI/bge-m3  rerank BAAI/bge-reranker-v2-m3 }
                                    guard i { on input  model meta-llama/Llama-Guard-3-8B }
                                  }
                                  assumptions {
                                    price H100-SXM-80GB 2 USD per hour
                                    price A100-SXM-40GB 2 USD per hour
                                  }
                                }
                                model m { licence llama-3.1-community }
                                """,
                                LocalDate.of(2026, 11, 23),
                                1)
                        .plans()
                        .getFirst();
        assertEquals(List.of(), plan.misreadings());
    }

    @Test
    void a_property_has_the_source_that_for_names_and_the_rest_the_source_of_the_entry() {
        Plan plan =
                read(
                        "own.genai",
                        """
                        accelerator own {
                          memory 80 GB  bandwidth 3 TB per second  price 2 USD per hour  spot 1 USD per hour
                          source "data sheet"  as-of 2026-10-01  confidence verified
                          for price { source "contract"  as-of 2026-11-01  confidence quoted }
                        }
                        """);
        AcceleratorSpec own = plan.catalogue().accelerators().get("own");
        assertEquals("data sheet", own.source().text());
        assertEquals("contract", source(own, Purchase.ON_DEMAND).text());
        assertEquals(Confidence.QUOTED, source(own, Purchase.ON_DEMAND).confidence());
        assertEquals("data sheet", source(own, Purchase.SPOT).text());
    }

    @Test
    void for_takes_the_properties_of_its_block_alone() {
        Plan plan = read("own.genai", "licence l { for memory { source unknown } }");
        assertEquals(
                List.of("memory"),
                plan.misreadings().stream()
                        .map(Misreading.UnknownWord.class::cast)
                        .map(Misreading.UnknownWord::written)
                        .toList());
    }

    private static Source source(AcceleratorSpec accelerator, Purchase purchase) {
        return ((Origin.FromCatalogue) accelerator.prices().get(purchase).origin()).source();
    }
}
