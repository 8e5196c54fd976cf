package dev.groundplan.dsl.parsing;

import java.util.List;

/**
 * A place in a text that the language does not know.
 *
 * @param offset in UTF-16 units from the start of the text
 * @param length in UTF-16 units; at least 1 unless the text is empty
 * @param line from 1
 * @param message for people: what was expected, what was found
 * @param suggestions what could stand there instead, the likeliest first
 */
public record SyntaxProblem(
        int offset, int length, int line, String message, List<String> suggestions) {
    public SyntaxProblem {
        suggestions = List.copyOf(suggestions);
    }
}
