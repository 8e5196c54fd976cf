package dev.groundplan.dsl.formatting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words that begin on one line of a text, and where they stand. */
final class Line {
    private static final int TAB = 4;

    final int first;
    final boolean blankBefore;
    private final List<Word> words = new ArrayList<>();

    /** Columns from the left edge; -1 behind a word of several lines. */
    private final List<Integer> columns = new ArrayList<>();

    private final Set<Integer> starts = new HashSet<>();

    private Line(int first, boolean blankBefore) {
        this.first = first;
        this.blankBefore = blankBefore;
    }

    /** All words of a text by lines. */
    static List<Line> of(String text, List<Word> words) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        int column = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            int breaks = Gaps.breaks(text, at, word.offset()).size();
            if (i == 0 || breaks > 0) {
                lines.add(new Line(i, breaks > 1));
                column = 0;
            }
            if (column >= 0) {
                int from = breaks > 0 || i == 0 ? Gaps.lastLine(text, at, word.offset()) : at;
                column = advance(text, from, word.offset(), column);
            }
            lines.getLast().words.add(word);
            lines.getLast().columns.add(column);
            lines.getLast().starts.add(column);
            boolean spans = !Gaps.breaks(word.text(), 0, word.text().length()).isEmpty();
            column = spans || column < 0 ? -1 : column + word.text().length();
            at = word.end();
        }
        return lines;
    }

    private static int advance(String text, int from, int to, int start) {
        int column = start;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\uFEFF') {
                column = c == '\t' ? (column / TAB + 1) * TAB : column + 1;
            }
        }
        return column;
    }

    List<Word> words() {
        return words;
    }

    /** Where its first word stands. */
    int indentation() {
        return columns.getFirst();
    }

    /** Where a word stands, or -1 when that means nothing to people. */
    int column(int word) {
        return columns.get(word);
    }

    /** The columns between a word and the one before it. */
    int gap(int word) {
        int before = columns.get(word - 1);
        return before < 0 || columns.get(word) < 0
                ? words.get(word).offset() - words.get(word - 1).end()
                : columns.get(word) - before - words.get(word - 1).text().length();
    }

    /** Whether a word begins at this distance from the line's first word. */
    boolean hasWordAt(int distance) {
        return starts.contains(indentation() + distance);
    }

    boolean isOnlyComment() {
        return words.stream().allMatch(Word::isComment);
    }
}
