package dev.groundplan.dsl.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Measure;
import dev.groundplan.dsl.GenaiStandaloneSetup;
import dev.groundplan.dsl.services.GenaiGrammarAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The scanner's table says what the grammar says. */
class WordsTest {
    private static List<String> table() throws IOException {
        try (InputStream in = Vocabulary.class.getResourceAsStream("words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void wordsFollowFromTheGrammar() throws IOException {
        GenaiGrammarAccess grammar =
                new GenaiStandaloneSetup()
                        .createInjectorAndDoEMFRegistration()
                        .getInstance(GenaiGrammarAccess.class);
        String derived = String.join("\n", WordsOfGrammar.lines(grammar.getGrammar()));
        String written =
                table().stream()
                        .filter(line -> !line.startsWith("@"))
                        .collect(Collectors.joining("\n"));
        assertEquals(
                derived,
                written,
                "words.txt must say what the grammar says; it should be\n" + derived);
    }

    @Test
    void unitsThatArePropertiesAreKnown() throws IOException {
        Set<String> known = new TreeSet<>();
        Set<String> both = new TreeSet<>();
        for (String line : table()) {
            List<String> entries = Arrays.asList(line.substring(line.indexOf(": ") + 2).split(" "));
            if (line.startsWith("@units")) {
                known.addAll(entries);
            } else {
                entries.stream()
                        .map(entry -> entry.replaceAll("[:>].*", ""))
                        .filter(WordsTest::isUnit)
                        .forEach(both::add);
            }
        }
        assertEquals(both, known);
    }

    private static boolean isUnit(String word) {
        return Dimension.of(new Measure(1, word, 1, "")).isPresent();
    }
}
