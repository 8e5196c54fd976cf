package dev.groundplan.dsl.formatting;

import dev.groundplan.dsl.formatting.Word.Kind;

/** How many spaces stand between two words of a line. */
final class Spacing {
    /** Between two properties on one line. */
    private static final int BETWEEN_PROPERTIES = 2;

    /** A comment this far behind its line stands in a column of its own. */
    private static final int APART = 4;

    private final boolean keepsColumns;

    /**
     * @param keepsColumns whether words that stand below each other stay there
     */
    Spacing(boolean keepsColumns) {
        this.keepsColumns = keepsColumns;
    }

    /**
     * @param word its index in the line, not the first
     * @param aligned whether a word of the line before or behind begins in the same column
     * @param end the column where the word before it now ends
     */
    int before(Line line, int word, boolean aligned, int end) {
        Word next = line.words().get(word);
        Word last = line.words().get(word - 1);
        int gap = line.gap(word);
        if (next.is(Kind.OTHER) || last.is(Kind.OTHER)) {
            return gap;
        }
        if (next.is(Kind.COMMENT)) {
            return comment(line, word, gap, end);
        }
        if (next.is(Kind.COMMA)) {
            return 0;
        }
        if (joins(line, word)) {
            return 0;
        }
        int usual = usual(last, next, gap);
        return keepsColumns && aligned && gap > usual ? gap : usual;
    }

    private int comment(Line line, int word, int gap, int end) {
        boolean column = keepsColumns && gap >= APART && line.column(word) >= 0 && end >= 0;
        if (column) {
            return Math.max(BETWEEN_PROPERTIES, line.column(word) - end);
        }
        return Math.clamp(gap, 1, APART - 1);
    }

    /** The dots of a range and the colon of a pattern have a number on each side. */
    private static boolean joins(Line line, int word) {
        int joint = line.words().get(word).is(Kind.JOINT) ? word : word - 1;
        return line.words().get(joint).is(Kind.JOINT)
                && isNumber(line, joint - 1)
                && isNumber(line, joint + 1);
    }

    private static boolean isNumber(Line line, int word) {
        return word >= 0 && word < line.words().size() && line.words().get(word).is(Kind.NUMBER);
    }

    private static int usual(Word last, Word next, int gap) {
        if (last.is(Kind.OPEN) || next.is(Kind.CLOSE) || next.is(Kind.OPEN)) {
            return 1;
        }
        if (last.isComment() || next.isComment()) {
            return Math.min(gap, 1);
        }
        if (next.begins() || last.is(Kind.CLOSE)) {
            return BETWEEN_PROPERTIES;
        }
        if (last.is(Kind.COMMA) || last.is(Kind.TEXT) || next.is(Kind.TEXT)) {
            return 1;
        }
        // `target 95 %  now 61 %`: words that join the parts of a property may stand apart
        return Math.min(gap, next.is(Kind.KEYWORD) ? BETWEEN_PROPERTIES : 1);
    }
}
