package dev.groundplan.engine.hub;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ModelImportTest {
    private static final Set<String> LICENCES = Engine.create().catalogue().licences().keySet();
    private static final String LLAMA =
            """
            { "model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_size": 64,
              "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
              "vocab_size": 100, "max_position_embeddings": 512 }
            """;

    /** Embedding and head 2·100·64, layers 2·(4·64² + 3·64·128 + 2·64), last norm 64. */
    private static final long COUNTED = 95_040;

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "configurations.tsv",
            delimiter = '\t',
            quoteCharacter = '\0',
            maxCharsPerColumn = 5_000)
    void countsAsPublishedAndReadsBackAsTheSame(String name, long published, String config)
            throws IOException, ImportRefusal {
        ImportedModel model = imported(config);
        assertAll(
                () -> assertEquals(published, Math.round(model.parameters().value())),
                () -> readsBack(model));
    }

    @Test
    void theNameIsThatOfTheFolderUnlessTheConfigurationNamesItWithItsOwner()
            throws IOException, ImportRefusal {
        Path model = Files.createDirectories(folder.resolve("tiny-llama"));
        Path config = model.resolve("config.json");
        Files.writeString(config, LLAMA);
        assertEquals("tiny-llama", read(model).name());
        Files.writeString(config, with("_name_or_path", "\"acme/tiny-llama\""));
        assertEquals("acme/tiny-llama", read(model).name());
        Files.writeString(config, with("_name_or_path", "\"acme/what-it-began-as\""));
        assertEquals("tiny-llama", read(config).name());
    }

    @ParameterizedTest
    @CsvSource({
        "models--acme--tiny/snapshots/0123/config.json, acme/tiny",
        "a model/config.json, a-model",
        "7B/config.json, model-7B",
        "01-ai.d/yi.json, yi"
    })
    void aNameIsAlwaysOneThatTheLanguageReads(String path, String name)
            throws IOException, ImportRefusal {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, LLAMA);
        ImportedModel model = read(file);
        assertEquals(name, model.name());
        readsBack(model);
    }

    @Test
    void theCardGivesLicenceAndLanguages() throws IOException, ImportRefusal {
        Files.writeString(
                folder.resolve("README.md"),
                """
                ---
                license: llama3.1   # as the hub calls it
                language:
                - en
                - "de"
                - multilingual
                tags: [code, no]
                extra_gated_prompt: >-
                  language: fr
                ---
                # A model
                """);
        ImportedModel model = imported(LLAMA);
        ModelSpec read = readsBack(model);
        assertEquals("llama-3.1-community", read.licence().orElseThrow().name());
        assertEquals(List.of("en", "de"), List.copyOf(read.languages()));
        assertTrue(model.text().contains("source       \"config.json and README.md\""));
    }

    @ParameterizedTest
    @CsvSource({
        "'license: other\nlicense_name: home-made', home-made",
        "license: agpl-3.0, agpl-3.0"
    })
    void aLicenceThatTheCatalogueDoesNotKnowIsSaidNotGuessed(String front, String name)
            throws IOException, ImportRefusal {
        Files.writeString(folder.resolve("README.md"), "---\n" + front + "\n---\n");
        ImportedModel model = imported(LLAMA);
        assertTrue(readsBack(model).licence().isEmpty());
        assertEquals(
                List.of("README.md names the licence \"" + name + "\", which no catalogue knows"),
                model.notes());
    }

    @Test
    void theSizeOfTheWeightsIsCompared() throws IOException, ImportRefusal {
        Path index = folder.resolve("model.safetensors.index.json");
        String config = with("torch_dtype", "\"bfloat16\"");
        Files.writeString(index, "{\"metadata\": {\"total_size\": " + 2 * COUNTED + "}}");
        assertEquals(List.of("agrees with model.safetensors.index.json"), imported(config).notes());
        Files.writeString(index, "{\"metadata\": {\"total_size\": 200000}}");
        assertTrue(imported(config).notes().getFirst().contains("200_000 bytes of bfloat16"));
        Files.writeString(index, "[");
        assertTrue(imported(config).notes().getFirst().contains("was not compared: not JSON"));
    }

    @Test
    void aModelWithoutAHeadCountsItsEmbeddingOnce() throws IOException, ImportRefusal {
        ImportedModel model = imported(LLAMA.replace("LlamaForCausalLM", "LlamaModel"));
        assertEquals(COUNTED - 100 * 64, Math.round(model.parameters().value()));
        assertEquals(1, model.notes().size());
    }

    @Test
    void sizesThatAreLeftOutAreTheKindsOwnOnlyInsideANestedConfiguration() {
        String config = "{\"model_type\": \"mistral\", \"hidden_size\": 4096}";
        assertTrue(refusal(config).startsWith("`num_hidden_layers` is missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model_type\": \"mamba2\", \"time_step_limit\": [0.0, Infinity]}"
                        + "|`mamba2` is a kind that Groundplan does not know how to count",
                "{\"model_type\": \"bert\"}|`bert` is a kind that Groundplan does not know",
                "{\"hidden_size\": 1}|`model_type` is missing",
                "[]|expected a JSON object",
                "{\"a\": 1, \"a\": 2}|`a` stands twice in one object",
                "{\"model_type\": |not JSON: the text ends too early",
                "model_type: llama|not JSON at line 1, column 1",
                "{} {}|not JSON",
                "''|not JSON"
            })
    void whatCannotBeReadExactlyIsRefused(String config, String why) {
        String said = refusal(config);
        assertTrue(said.startsWith(why), said);
    }

    @ParameterizedTest
    @CsvSource({
        "hidden_size, 1e400",
        "hidden_size, 1e99999999999",
        "hidden_size, 0",
        "hidden_size, -64",
        "hidden_size, 6.5",
        "hidden_size, 12345678901234567890",
        "hidden_size, true",
        "hidden_size, [64]",
        "num_hidden_layers, '\"two\"'",
        "attention_bias, 1"
    })
    void aValueThatIsNoneNamesItsKey(String key, String value) {
        String said = refusal(with(key, value));
        assertTrue(said.startsWith("`" + key + "` is "), said);
        assertTrue(said.contains("; expected "), said);
    }

    @Test
    void anImageEncoderThatIsNotKnownIsLeftOutOfTheCountAndSaid()
            throws IOException, ImportRefusal {
        ImportedModel model =
                imported(
                        """
                        { "model_type": "qwen2_vl", "vision_config": { "depth": 32 },
                          "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2,
                          "num_attention_heads": 4, "num_key_value_heads": 4, "vocab_size": 100 }
                        """);
        assertEquals(COUNTED + 2 * 3 * 64, Math.round(model.parameters().value()));
        assertTrue(model.notes().getFirst().startsWith("the text part alone"));
    }

    /**
     * The published text part; 24 encoder layers of 16,779,264 and 603,136 beside; the projector.
     */
    @Test
    void sizesThatANestedConfigurationLeavesOutAreTheKindsOwn() throws IOException, ImportRefusal {
        ImportedModel model =
                imported(
                        """
                        { "model_type": "mistral3", "spatial_merge_size": 2,
                          "multimodal_projector_bias": false,
                          "text_config": { "model_type": "mistral", "head_dim": 128,
                            "hidden_size": 5120, "intermediate_size": 32768,
                            "num_hidden_layers": 40, "sliding_window": null,
                            "vocab_size": 131072 },
                          "vision_config": { "model_type": "pixtral", "hidden_size": 1024,
                            "image_size": 1540, "intermediate_size": 4096,
                            "num_attention_heads": 16, "num_hidden_layers": 24,
                            "patch_size": 14 } }
                        """);
        long encoder = 24 * 16_779_264L + 603_136;
        long projector = 1_024 + 4_096L * 1_024 + 1_024L * 5_120 + 5_120L * 5_120;
        assertEquals(23_572_403_200L + encoder + projector, Math.round(model.parameters().value()));
        readsBack(model);
    }

    @Test
    void aTextPartOfAnotherKindIsRefusedByItsName() {
        String config =
                """
                { "model_type": "mistral3", "text_config": { "model_type": "ministral3" } }
                """;
        assertTrue(refusal(config).startsWith("`ministral3` is a kind that"));
    }

    @Test
    void deepNestingIsRefusedAndCostsNothing() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertTrue(refusal(deep).startsWith("not JSON, or nested too deeply, at line 1"));
    }

    @Test
    void aCountThatIsNoLongerExactIsRefused() {
        String config = with("vocab_size", "100000000").replace("64", "100000000");
        assertTrue(refusal(config).contains("counted exactly"));
    }

    @Test
    void everyLicenceThatTheHubCallsOtherwiseIsInTheCatalogue() {
        assertTrue(LICENCES.containsAll(Licences.targets()));
    }

    private static String with(String key, String value) {
        String without = LLAMA.replaceFirst("\"" + key + "\": [^,}]*,", "");
        return without.replaceFirst("\\{", "{ \"" + key + "\": " + value + ",");
    }

    private String refusal(String config) {
        return assertThrows(ImportRefusal.class, () -> imported(config)).getMessage();
    }

    private ImportedModel imported(String config) throws IOException, ImportRefusal {
        Files.writeString(folder.resolve("config.json"), config);
        return new ModelImport(LICENCES).read(folder, Optional.of("acme/model"));
    }

    private static ImportedModel read(Path path) throws ImportRefusal {
        return new ModelImport(LICENCES).read(path, Optional.empty());
    }

    /** The declaration says what was imported, to the reader of the language. */
    private static ModelSpec readsBack(ImportedModel model) {
        String licences =
                LICENCES.stream()
                        .map(name -> "licence " + name + " { }\n")
                        .reduce("", String::concat);
        Plan plan =
                new GenaiLanguage(List.of(), "none")
                        .read(
                                "a.genai",
                                Path.of("a.genai").toAbsolutePath(),
                                licences + model.text(),
                                LocalDate.of(2026, 11, 23),
                                1)
                        .declarations();
        assertEquals(List.of(), plan.misreadings());
        ModelSpec read = plan.catalogue().models().get(model.name());
        assertEquals(model.architecture(), read.architecture().orElseThrow().value());
        assertEquals(model.parameters().value(), read.published().orElseThrow().value().value());
        return read;
    }
}
