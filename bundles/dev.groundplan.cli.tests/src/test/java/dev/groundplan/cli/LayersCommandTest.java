package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.engine.CatalogueParcel;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.RootCatalogue;
import dev.groundplan.engine.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lock of a root, and newer catalogues from files that nobody trusts. */
class LayersCommandTest {
    private static final Engine ENGINE = Engine.create();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir Path root;

    private RootCatalogue catalogue() throws IOException {
        write(".groundplan", "settings { catalogue \"ours.genai\" }");
        return ENGINE.catalogue(root.resolve("p.genai"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
    }

    private void lock() throws IOException {
        Files.writeString(catalogue().lockFile(), catalogue().now().text());
    }

    @Test
    void a_catalogue_that_is_as_locked_is_not_mentioned() throws Exception {
        write("ours.genai", "model m { parameters 1B }");
        lock();
        assertTrue(catalogue().difference().isEmpty());
        write("p.genai", "project p { }");
        Run run = Run.of("check", root.resolve("p.genai").toString());
        assertEquals("", run.errors(), run::toString);
    }

    @Test
    void comments_layout_and_the_order_of_properties_are_no_change() throws Exception {
        write("ours.genai", "model m { parameters 1B  trained 2T tokens }");
        lock();
        write("ours.genai", "// ours\r\nmodel m {\r\n  trained 2T tokens\r\n  parameters 1B }\r\n");
        assertTrue(catalogue().difference().isEmpty());
    }

    @Test
    void what_was_added_changed_and_removed_is_named() throws Exception {
        write("ours.genai", "model a { parameters 1B }  model b { parameters 2B }");
        lock();
        write("ours.genai", "model b { parameters 3B }  model c { parameters 4B }");
        var difference = catalogue().difference().orElseThrow();
        assertEquals(List.of("organisation model c"), difference.added());
        assertEquals(List.of("organisation model b"), difference.changed());
        assertEquals(List.of("organisation model a"), difference.removed());
        write("p.genai", "project p { }");
        Run run = Run.of("check", root.resolve("p.genai").toString());
        assertEquals(ExitCode.CLEAN, run.code());
        assertEquals(1, run.err().lines().count(), run::toString);
        assertTrue(run.err().contains("1 changed (organisation model b)"), run::toString);
        assertTrue(run.err().contains("accept with `groundplan catalogue lock`"), run::toString);
    }

    @Test
    void two_writings_of_one_lock_are_the_same_bytes_and_read_back() throws Exception {
        write("ours.genai", "model a { parameters 1B }");
        lock();
        assertEquals(Files.readString(root.resolve("groundplan.lock")), catalogue().now().text());
        assertEquals(catalogue().now(), catalogue().locked().orElseThrow());
    }

    @Test
    void a_lock_that_is_none_is_refused_with_its_line() throws IOException {
        catalogue();
        write("groundplan.lock", "built-in 2026-11-23\n<<<<<<< ours\n");
        write("p.genai", "project p { }");
        Run run = Run.of("check", root.resolve("p.genai").toString());
        assertEquals(ExitCode.UNUSABLE, run.code());
        assertTrue(run.complaint().contains("groundplan.lock:2: expected"), run::toString);
    }

    @Test
    void a_newer_catalogue_is_compared_property_by_property() throws Exception {
        Path newer = root.resolve("newer.genai");
        Files.writeString(
                newer,
                """
                accelerator L4 { vendor NVIDIA  memory 24 GB  bandwidth 301 GB per second }
                accelerator Brand-New { memory 1 TB  bandwidth 9 TB per second }
                """);
        List<RootCatalogue.Change> changes =
                catalogue().changes(CatalogueParcel.read("newer.genai", newer));
        RootCatalogue.Change bandwidth =
                changes.stream()
                        .filter(c -> c.entry().equals("accelerator L4"))
                        .filter(c -> c.property().equals("bandwidth"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("300 GB per second", bandwidth.before().orElseThrow());
        assertEquals("301 GB per second", bandwidth.after().orElseThrow());
        assertTrue(
                changes.stream()
                        .anyMatch(c -> c.property().equals("price") && c.after().isEmpty()));
        assertTrue(
                changes.stream()
                        .anyMatch(c -> c.entry().endsWith("Brand-New") && c.before().isEmpty()));
        assertFalse(
                changes.stream()
                        .anyMatch(c -> c.property().equals("memory") && c.entry().endsWith("L4")));
    }

    @Test
    void a_taken_catalogue_lies_between_the_built_in_one_and_the_organisations() throws Exception {
        write("ours.genai", "prior training.idle { value 50 % }");
        OutputFolder.replace(
                catalogue().updateFolder(),
                List.of(
                        new CatalogueParcel.Text(
                                "sub/new.genai",
                                "prior training.idle { value 60 % }  prior cost.operations { value"
                                        + " 70 % }")));
        List<RootCatalogue.Layer> layers = catalogue().layers();
        assertEquals(
                List.of("built-in", "update", "organisation"),
                layers.stream().map(RootCatalogue.Layer::name).toList());
        assertEquals(List.of("prior training.idle"), layers.get(2).replaces());
        assertEquals(2, layers.get(1).entries());
        write("p.genai", "project p { }");
        var priors =
                ENGINE.analyse(root.resolve("p.genai"), new Engine.Settings(TODAY, 1))
                        .projects()
                        .getFirst()
                        .plan()
                        .catalogue()
                        .priors();
        assertEquals(0.5, priors.get("training.idle").value().likely().value(), 1e-12);
        assertEquals(0.7, priors.get("cost.operations").value().likely().value(), 1e-12);
    }

    @Test
    void a_folder_is_replaced_whole_and_nothing_is_left_beside_it() throws Exception {
        Path folder = catalogue().updateFolder();
        OutputFolder.replace(folder, List.of(new CatalogueParcel.Text("a.genai", "")));
        OutputFolder.replace(folder, List.of(new CatalogueParcel.Text("b.genai", "")));
        try (var all = Files.walk(root)) {
            assertEquals(
                    List.of(
                            "",
                            ".groundplan",
                            "groundplan.catalogue",
                            "groundplan.catalogue/b.genai"),
                    all.map(path -> root.relativize(path).toString()).sorted().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model m { parameters 7 hours }",
                "model m { licence nobody-has-it }",
                "frobnicate",
                "project p { }",
                "settings { edition 9 }",
            })
    void a_catalogue_with_a_mistake_is_not_taken(String text) throws IOException {
        var mistakes =
                catalogue().mistakes(List.of(new CatalogueParcel.Text("new.genai", text)), TODAY);
        assertFalse(mistakes.isEmpty());
        assertEquals("new.genai:1", mistakes.getFirst().range().toString());
    }

    @Test
    void files_of_an_archive_see_each_other() throws Exception {
        Path zip = root.resolve("new.zip");
        Files.write(zip, zip("a.genai", "model m { licence l }", "b/c.genai", "licence l { }"));
        var texts = CatalogueParcel.read("new.zip", zip);
        assertEquals(
                List.of("a.genai", "b/c.genai"),
                texts.stream().map(CatalogueParcel.Text::name).toList());
        assertEquals(List.of(), catalogue().mistakes(texts, TODAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a.genai", "/a.genai", "x/../../a.genai", "C:\\a.genai", "x\\a.genai"})
    void an_archive_that_would_write_outside_is_refused(String name) throws IOException {
        refused(zip(name, "model m { }"), "outside");
    }

    @Test
    void an_archive_that_unfolds_without_end_is_refused() throws IOException {
        refused(zip("a.genai", " ".repeat((8 << 20) + 1)), "8 MiB");
        refused(zip("readme.txt", " ".repeat((8 << 20) + 1)), "8 MiB");
    }

    @Test
    void what_is_no_catalogue_is_refused() throws IOException {
        refused(new byte[0], "holds no .genai file");
        refused("no archive".getBytes(StandardCharsets.UTF_8), "holds no .genai file");
        refused(zip("readme.txt", "nothing"), "holds no .genai file");
        refused(zip("a.genai", "\0"), "not text");
    }

    private void refused(byte[] archive, String words) throws IOException {
        Path zip = root.resolve("bad.zip");
        Files.write(zip, archive);
        UnreadableFile refusal =
                Assertions.assertThrows(
                        UnreadableFile.class, () -> CatalogueParcel.read("bad.zip", zip));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void an_action_that_is_none_is_misuse() {
        Run run = Run.of("catalogue", "destroy");
        assertEquals(ExitCode.UNUSABLE, run.code());
        assertTrue(run.complaint().contains("expected lock, diff or update"));
    }
}
