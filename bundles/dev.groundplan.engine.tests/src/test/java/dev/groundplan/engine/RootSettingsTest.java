package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.plan.Layer;
import dev.groundplan.core.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What `.groundplan` says, for the files under it and about itself. */
class RootSettingsTest {
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);
    private static final Engine ENGINE = Engine.create();

    /** The folder above the root: whatever lies here is outside. */
    @TempDir Path outside;

    @Test
    void an_empty_file_marks_the_root_and_sets_nothing() throws IOException {
        settings("");
        assertEquals("USD", plan("project p { }").currency().toString());
        assertEquals(List.of(), findings());
    }

    @Test
    void a_project_that_names_no_currency_has_that_of_the_root() throws IOException {
        settings("settings { currency EUR }");
        assertEquals("EUR", plan("project p { }").currency().toString());
        assertEquals("CHF", plan("project p { currency CHF }").currency().toString());
    }

    @Test
    void a_budget_that_names_no_confidence_has_that_of_the_root() throws IOException {
        settings("settings { confidence 90 % }");
        assertEquals(0.9, confidence("budget { build 100k USD }"), 1e-12);
        assertEquals(0.7, confidence("budget { build 100k USD  confidence 70 % }"), 1e-12);
    }

    private double confidence(String budget) throws IOException {
        Plan plan = plan("project p { scope { " + budget + " } }");
        return plan.scope().budget().confidence().value().value();
    }

    @Test
    void a_constant_of_the_root_replaces_the_catalogues_and_yields_to_the_file()
            throws IOException {
        settings("settings { prior training.idle 40 % because \"measured\" }");
        assertEquals(0.4, idle("project p { }"), 1e-12);
        assertEquals(0.3, idle("prior training.idle { value 30 % }  project p { }"), 1e-12);
        assertEquals(0.2, idle("project p { assumptions { prior training.idle 20 % } }"), 1e-12);
    }

    private double idle(String text) throws IOException {
        return plan(text).catalogue().priors().get("training.idle").value().likely().value();
    }

    @Test
    void settings_of_a_nearer_root_hold_alone() throws IOException {
        settings("settings { currency EUR  confidence 90 % }");
        Path inner = Files.createDirectories(root().resolve("inner"));
        Files.writeString(inner.resolve(".groundplan"), "settings { confidence 85 % }");
        AnalysedFile file =
                analyse(inner.resolve("p.genai"), "project p { scope { budget { build 1 USD } } }");
        assertEquals("USD", file.projects().getFirst().plan().currency().toString());
    }

    @Test
    void the_organisation_stands_between_the_file_and_the_built_in_catalogue() throws IOException {
        settings("settings { catalogue \"ours\" }");
        write("ours/prices/gpus.genai", accelerator("L40S", "1.25"));
        write("ours/more.genai", accelerator("Ours", "9"));
        assertEquals(1.25, price("project p { }", "L40S"));
        assertEquals(9, price("project p { }", "Ours"));
        assertEquals(3, price(accelerator("L40S", "3") + " project p { }", "L40S"));
        assertTrue(price("project p { }", "L4") < 1, "the built-in ones are still there");
    }

    @Test
    void aFigureNamesTheLayerThatItComesFrom() throws IOException {
        settings("settings { catalogue \"ours\" }");
        write("ours/gpus.genai", accelerator("Ours", "9"));
        write("groundplan.catalogue/newer.genai", accelerator("Newer", "8"));
        var accelerators =
                plan(accelerator("Mine", "7") + " project p { }").catalogue().accelerators();
        assertEquals(Layer.ORGANISATION, accelerators.get("Ours").source().layer());
        assertEquals(Layer.UPDATE, accelerators.get("Newer").source().layer());
        assertEquals(Layer.FILE, accelerators.get("Mine").source().layer());
        assertEquals(Layer.BUILT_IN, accelerators.get("L40S").source().layer());
        assertTrue(
                accelerators
                        .get("Ours")
                        .source()
                        .toString()
                        .endsWith("catalogue of the organisation)"));
    }

    private double price(String text, String accelerator) throws IOException {
        Plan plan = plan(text);
        return plan.catalogue()
                .accelerators()
                .get(accelerator)
                .prices()
                .get(dev.groundplan.core.plan.Purchase.ON_DEMAND)
                .value()
                .likely()
                .value();
    }

    private static String accelerator(String name, String price) {
        return "accelerator "
                + name
                + " { memory 48 GB  bandwidth 800 GB per second  price "
                + price
                + " USD per hour }\n";
    }

    @Test
    void files_of_the_organisation_see_each_other_and_a_change_is_seen_at_once()
            throws IOException {
        settings("settings { catalogue \"ours\" }");
        write("ours/a.genai", "model our-chat { variant-of our-base }");
        write("ours/b.genai", "model our-base { parameters 3B }");
        String text = "project p { model { existing our-chat } }";
        assertEquals(List.of(), errors(analyse(root().resolve("p.genai"), text)));
        write("ours/a.genai", "model other { parameters 1B }");
        assertEquals(List.of("UnresolvedName:1"), errors(analyse(root().resolve("p.genai"), text)));
    }

    @Test
    void a_file_of_the_organisation_does_not_shadow_itself() throws IOException {
        settings("settings { catalogue \"ours\" }");
        write("ours/a.genai", "model our-base { parameters 3B }");
        Path file = root().resolve("ours/a.genai");
        assertEquals(List.of(), errors(analyse(file, Files.readString(file))));
        assertEquals(List.of(root().resolve(".groundplan")), ENGINE.rootFiles(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edition 2|ImpossibleValue:1|newer Groundplan",
                "edition 0|ImpossibleValue:1|editions known are: 1",
                "edition 1.5|ImpossibleValue:1|editions known are: 1",
                "edition 1 hours|WrongUnit:1|a count",
                "currency EURO|ImpossibleValue:1|ISO 4217",
                "confidence 80 hours|WrongUnit:1|a share",
                "confidence 100 %|ImpossibleValue:1|between 0 and 100 %",
                "severity NoEvaluation loud|UnknownWord:1|`off`",
                "prior nothing 10 %|UnresolvedName:1|nothing",
                "frobnicate yes|SyntaxError:1|frobnicate",
                "catalogue \"../ours\"|ImportOutsideRoot:1|stays under `root`",
                "catalogue \"/etc\"|ImportOutsideRoot:1|a path from the root",
                "catalogue \"https://example.org/c\"|ImportOutsideRoot:1|nothing is fetched",
                "catalogue \"missing\"|ImportOutsideRoot:1|no file or folder `missing`",
                "catalogue \"\"|ImportOutsideRoot:1|names no file",
                "catalogue \"p.txt\"|ImportOutsideRoot:1|ends in `.genai`",
                "currency USD  currency EUR|DuplicateName:1|currency",
            })
    void what_is_wrong_is_told_at_its_line_and_the_rest_holds(
            String written, String finding, String words) throws IOException {
        write("p.txt", "not a catalogue");
        settings("settings { " + written + " }\n");
        List<Finding> found = findings();
        assertEquals(1, found.size(), found::toString);
        assertEquals(finding, found.getFirst().rule() + ":" + found.getFirst().range().line());
        assertTrue(found.getFirst().message().toString().contains(words), found::toString);
        assertEquals(List.of(), errors(analyse(root().resolve("p.genai"), "project p { }")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"project p { }", "model m { }", "settings { } settings { }"})
    void nothing_but_one_block_of_settings_stands_in_the_file(String text) throws IOException {
        settings(text);
        assertEquals(
                List.of("SyntaxError:1"), findings().stream().map(RootSettingsTest::id).toList());
    }

    @Test
    void settings_in_another_file_have_no_effect_and_are_told() throws IOException {
        AnalysedFile file =
                analyse(root().resolve("p.genai"), "settings { currency EUR }\nproject p { }");
        assertEquals("USD", file.projects().getFirst().plan().currency().toString());
        assertEquals(List.of("SyntaxError:1"), errors(file));
    }

    @Test
    void a_catalogue_that_a_link_leads_out_of_the_root_is_refused() throws IOException {
        Path secret = Files.createDirectories(outside.resolve("secret"));
        Files.writeString(secret.resolve("a.genai"), "model stolen { parameters 1B }");
        settings("settings { catalogue \"ours\" }");
        Files.createSymbolicLink(root().resolve("ours"), secret);
        assertEquals(
                List.of("ImportOutsideRoot:1"),
                findings().stream().map(RootSettingsTest::id).toList());
        Files.delete(root().resolve("ours"));
        Files.createDirectories(root().resolve("ours"));
        Files.createSymbolicLink(root().resolve("ours/a.genai"), secret.resolve("a.genai"));
        assertEquals(
                List.of("ImportOutsideRoot:1"),
                findings().stream().map(RootSettingsTest::id).toList());
    }

    @Test
    void settings_that_a_link_leads_out_of_the_root_are_not_read() throws IOException {
        Path secret = outside.resolve("secret.txt");
        Files.writeString(secret, "settings { currency EUR }");
        Files.createSymbolicLink(root().resolve(".groundplan"), secret);
        AnalysedFile file = analyse(root().resolve("p.genai"), "project p { }");
        assertEquals("USD", file.projects().getFirst().plan().currency().toString());
        assertEquals(List.of("ImportOutsideRoot:1"), errors(file));
    }

    @Test
    void a_catalogue_larger_than_any_is_refused_before_it_is_read() throws IOException {
        settings("settings { catalogue \"ours.genai\" }");
        Files.write(root().resolve("ours.genai"), new byte[(8 << 20) + 1]);
        assertTrue(findings().getFirst().message().toString().contains("8 MB"));
    }

    @Test
    void a_catalogue_that_is_no_text_is_refused() throws IOException {
        settings("settings { catalogue \"ours.genai\" }");
        Files.write(root().resolve("ours.genai"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertTrue(findings().getFirst().message().toString().contains("UTF-8"));
    }

    private Path root() throws IOException {
        return Files.createDirectories(outside.resolve("root"));
    }

    private void write(String name, String text) throws IOException {
        Path file = root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void settings(String text) throws IOException {
        write(".groundplan", text);
    }

    private List<Finding> findings() throws IOException {
        Path file = root().resolve(".groundplan");
        return analyse(file, Files.readString(file)).findings();
    }

    private Plan plan(String text) throws IOException {
        if (!Files.exists(root().resolve(".groundplan"))) {
            settings("");
        }
        return analyse(root().resolve("p.genai"), text).projects().getFirst().plan();
    }

    private static AnalysedFile analyse(Path path, String text) {
        String name = path.getFileName().toString();
        return ENGINE.analyse(name, path, text, SETTINGS, Cancellation.NEVER);
    }

    private static List<String> errors(AnalysedFile file) {
        return file.findings().stream()
                .filter(f -> f.severity() == dev.groundplan.core.analysis.Severity.ERROR)
                .map(RootSettingsTest::id)
                .toList();
    }

    private static String id(Finding finding) {
        return finding.rule() + ":" + finding.range().line();
    }
}
