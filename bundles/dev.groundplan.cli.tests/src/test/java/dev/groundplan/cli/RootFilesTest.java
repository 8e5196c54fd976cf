package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies at the root is checked with the files that it holds for, each mistake once. */
class RootFilesTest {
    @TempDir Path root;

    @BeforeEach
    void two_projects() throws IOException {
        write("a.genai", "project a { }");
        write("b.genai", "project b { }");
    }

    private String write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file.toString();
    }

    private Run check(String... options) {
        String[] all = new String[options.length + 3];
        System.arraycopy(options, 0, all, 1, options.length);
        all[0] = "check";
        all[all.length - 2] = root.resolve("a.genai").toString();
        all[all.length - 1] = root.resolve("b.genai").toString();
        return Run.of(all);
    }

    @Test
    void an_empty_settings_file_is_not_mentioned() throws IOException {
        write(".groundplan", "");
        Run run = check();
        assertEquals(ExitCode.CLEAN, run.code(), run::toString);
        assertFalse(run.out().contains(".groundplan"), run::toString);
    }

    @Test
    void a_mistake_in_the_settings_is_told_once_at_its_line() throws IOException {
        write(".groundplan", "settings {\n  edition 7\n}\n");
        Run run = check();
        assertEquals(ExitCode.FINDINGS, run.code(), run::toString);
        assertEquals(2, run.out().split("\\.groundplan:2:11: error ImpossibleValue", -1).length);
        assertTrue(run.out().contains("2 |   edition 7"), run::toString);
    }

    @Test
    void a_mistake_in_the_organisations_catalogue_is_told_at_its_own_place() throws IOException {
        write(".groundplan", "settings { catalogue \"ours\" }");
        write("ours/models.genai", "\nmodel m { parameters 7 hours }");
        Run run = check("--json");
        assertEquals(ExitCode.FINDINGS, run.code(), run::toString);
        assertEquals(2, run.out().split("\"rule\":\\s*\"WrongUnit\"", -1).length, run::toString);
        assertTrue(run.out().contains("models.genai"), run::toString);
    }

    @Test
    void settings_are_checked_like_any_file() throws IOException {
        Run run = Run.of("check", write(".groundplan", "settings { colour red }"));
        assertEquals(ExitCode.FINDINGS, run.code(), run::toString);
        assertTrue(run.out().contains("`colour` is not known in `settings`"), run::toString);
    }

    @Test
    void a_policy_of_the_organisation_is_explained_clause_by_clause() throws IOException {
        write(".groundplan", "settings { catalogue \"ours\" }");
        write("ours/acme.genai", "policy acme {\n  forbid region\n  cap run 9k USD per month\n}");
        Run run = Run.of("explain", "acme", root.resolve("a.genai").toString());
        assertEquals(ExitCode.CLEAN, run.code(), run::toString);
        assertTrue(run.out().startsWith("# acme\n"), run.out());
        assertTrue(run.out().contains("- No region. ("), run.out());
        assertTrue(run.out().contains("acme.genai:2"), run.out());
        assertTrue(
                run.out()
                        .contains(
                                "- A month of running costs, with the budget's confidence, at most"
                                        + " 9,000 USD per month. ("),
                run.out());
    }

    @Test
    void what_is_neither_page_nor_policy_is_said_to_be_neither() {
        Run run = Run.of("explain", "acme", root.resolve("a.genai").toString());
        assertEquals(ExitCode.UNUSABLE, run.code(), run::toString);
        assertTrue(run.complaint().contains("no page acme"), run::toString);
    }
}
