package dev.groundplan.engine.hub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model card says of itself between two lines of dashes. Of YAML it reads what cards use for
 * these keys – {@code key: word}, {@code key: [word, word]} and a list with a dash a line – and
 * passes over everything else.
 */
final class CardFrontMatter {
    private static final String FENCE = "---";

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private CardFrontMatter() {}

    static CardFrontMatter of(String card) {
        CardFrontMatter matter = new CardFrontMatter();
        List<String> lines = card.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
            return matter;
        }
        String key = "";
        for (String line : lines.subList(1, lines.size())) {
            if (line.strip().equals(FENCE)) {
                return matter;
            }
            key = matter.read(line, key);
        }
        // a card whose first line is a rule, without an end of the front matter
        return new CardFrontMatter();
    }

    Optional<String> word(String key) {
        return words(key).stream().findFirst();
    }

    List<String> words(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** The key that lines with a dash belong to after this line; empty when they belong to none. */
    private String read(String line, String key) {
        String text = line.strip();
        if (text.startsWith("- ")) {
            if (!key.isEmpty()) {
                add(key, text.substring(2));
            }
            return key;
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return key;
        }
        int colon = line.indexOf(':');
        if (colon <= 0 || Character.isWhitespace(line.charAt(0))) {
            return "";
        }
        String name = line.substring(0, colon).strip();
        String value = uncommented(line.substring(colon + 1));
        if (values.containsKey(name)) {
            return "";
        }
        values.put(name, new ArrayList<>());
        if (value.startsWith("[") && value.endsWith("]")) {
            for (String word : value.substring(1, value.length() - 1).split(",")) {
                add(name, word);
            }
        } else if (!value.isEmpty()) {
            add(name, value);
        }
        return value.isEmpty() ? name : "";
    }

    private void add(String key, String value) {
        String word = uncommented(value);
        if (word.length() >= 2
                && (word.startsWith("\"") && word.endsWith("\"")
                        || word.startsWith("'") && word.endsWith("'"))) {
            word = word.substring(1, word.length() - 1);
        }
        if (!word.isBlank()) {
            values.get(key).add(word.strip());
        }
    }

    private static String uncommented(String value) {
        int comment = value.indexOf(" #");
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }
}
