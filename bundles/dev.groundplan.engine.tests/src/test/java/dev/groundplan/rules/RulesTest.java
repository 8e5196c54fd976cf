package dev.groundplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of rules against the folder of rules: what is not listed does not run. */
class RulesTest {
    private static final Path SOURCES =
            Path.of(
                    System.getProperty("groundplan.root", "../.."),
                    "bundles/dev.groundplan.rules/src/dev/groundplan/rules");

    @Test
    void every_rule_is_listed_and_the_list_is_sorted() throws IOException {
        List<String> listed = Rules.all().stream().map(Rule::name).toList();
        assertEquals(written(), listed, "Rules.all() lists every class that is a Rule, by name");
    }

    @Test
    void every_rule_has_its_page_beside_it() throws IOException {
        for (String rule : written()) {
            assertTrue(Files.exists(SOURCES.resolve(rule + ".md")), rule + ".md is missing");
        }
    }

    @Test
    void every_page_belongs_to_a_rule() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> pages =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".md"))
                            .map(name -> name.substring(0, name.length() - ".md".length()))
                            .sorted()
                            .toList();
            assertEquals(written(), pages);
        }
    }

    private static List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(RulesTest::isRule)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isRule(Path file) {
        try {
            return Files.readString(file).contains(" implements Rule ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
