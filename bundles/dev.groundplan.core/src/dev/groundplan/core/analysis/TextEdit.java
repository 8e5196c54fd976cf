package dev.groundplan.core.analysis;

import java.util.Comparator;
import java.util.List;

/**
 * A replacement of a stretch of text. Offsets and lengths count UTF-16 units of the text before
 * any edit.
 */
public record TextEdit(int offset, int length, String newText) {

    /**
     * The text after all edits. Insertions at one offset stand in the order of the list.
     *
     * @throws IllegalArgumentException when two edits overlap or one lies outside the text
     */
    public static String apply(String text, List<TextEdit> edits) {
        StringBuilder result = new StringBuilder(text);
        int end = text.length();
        List<TextEdit> lastFirst =
                edits.stream()
                        .sorted(Comparator.comparingInt(TextEdit::offset))
                        .toList()
                        .reversed();
        for (TextEdit edit : lastFirst) {
            if (edit.offset < 0 || edit.offset + edit.length > end) {
                throw new IllegalArgumentException("overlapping or misplaced edit " + edit);
            }
            result.replace(edit.offset, edit.offset + edit.length, edit.newText);
            end = edit.offset;
        }
        return result.toString();
    }
}
