package dev.groundplan.reports;

import java.util.List;

/**
 * Sentences for people.
 *
 * @param text a paragraph of plain text; a pair of backticks marks a word of the language
 * @param items a list below it, may be empty
 */
public record Prose(String title, String text, List<String> items) implements Block {
    public Prose {
        items = List.copyOf(items);
    }

    public static Prose of(String text) {
        return new Prose("", text, List.of());
    }

    public static Prose list(String text, List<String> items) {
        return new Prose("", text, items);
    }
}
