package dev.groundplan.dsl.ide;

import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.scanner.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;

/**
 * Which words a block knows and which blocks they open, from the scanner's own table; the kinds of
 * the table are the classes of the model.
 */
final class BlockWords {
    private static final Map<String, Map<String, Optional<String>>> WORDS = read();

    private BlockWords() {}

    private static Map<String, Map<String, Optional<String>>> read() {
        Map<String, Map<String, Optional<String>>> kinds = new LinkedHashMap<>();
        try (BufferedReader table =
                new BufferedReader(
                        new InputStreamReader(
                                Vocabulary.class.getResourceAsStream("words.txt"),
                                StandardCharsets.UTF_8))) {
            table.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("@"))
                    .map(line -> line.split(": ", 2))
                    .filter(line -> line.length == 2)
                    .forEach(line -> kinds.put(line[0], words(line[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(kinds);
    }

    /** Entries are {@code [head/]word[:][>Kind]}; those with a head only join parts of a property. */
    private static Map<String, Optional<String>> words(String entries) {
        Map<String, Optional<String>> words = new LinkedHashMap<>();
        for (String entry : entries.strip().split("\\s+")) {
            int arrow = entry.indexOf('>');
            String word = arrow < 0 ? entry : entry.substring(0, arrow);
            if (word.indexOf('/') < 0) {
                words.put(
                        word.endsWith(":") ? word.substring(0, word.length() - 1) : word,
                        arrow < 0 ? Optional.empty() : Optional.of(entry.substring(arrow + 1)));
            }
        }
        return Collections.unmodifiableMap(words);
    }

    /** The words that begin a property or a block inside a block of this class. */
    static Set<String> in(EClass type) {
        return WORDS.getOrDefault(type.getName(), Map.of()).keySet();
    }

    /** The class of the block that a word opens there; the word is empty where a name does. */
    static Optional<EClass> opened(EClass outer, String word) {
        return Optional.ofNullable(WORDS.get(outer.getName()))
                .flatMap(words -> words.getOrDefault(word.isEmpty() ? "*" : word, Optional.empty()))
                .map(GenaiPackage.eINSTANCE::getEClassifier)
                .filter(EClass.class::isInstance)
                .map(EClass.class::cast);
    }
}
