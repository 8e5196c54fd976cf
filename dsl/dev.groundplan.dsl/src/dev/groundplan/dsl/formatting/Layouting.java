package dev.groundplan.dsl.formatting;

import dev.groundplan.dsl.formatting.Word.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One round over a text: decides each stretch of white space anew. */
final class Layouting {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final List<Word> words;
    private final List<Line> lines;
    private final Spacing spacing;

    /** The lines before and behind each line in its block, where no empty line parts them. */
    private final Line[] before;

    private final Line[] behind;
    private final boolean[] left;

    Layouting(String text, List<Word> words, Spacing spacing) {
        this.text = text;
        this.words = words;
        this.spacing = spacing;
        this.lines = Line.of(text, words);
        this.before = new Line[lines.size()];
        this.behind = new Line[lines.size()];
        this.left = leftAlone();
    }

    /** Declarations whose braces do not match: a forgotten brace is told by the indentation. */
    private boolean[] leftAlone() {
        boolean[] alone = new boolean[lines.size()];
        int depth = 0;
        int start = 0;
        boolean trouble = false;
        for (int i = 0; i < lines.size(); i++) {
            if (depth == 0) {
                start = i;
                trouble = false;
            }
            for (Word word : lines.get(i).words()) {
                trouble |= word.is(Kind.TROUBLE);
                depth += word.is(Kind.OPEN) ? 1 : 0;
                depth -= word.is(Kind.CLOSE) ? 1 : 0;
            }
            depth = Math.max(0, depth);
            boolean unfinished = depth > 0 && i == lines.size() - 1;
            if (trouble && depth == 0 || unfinished) {
                java.util.Arrays.fill(alone, start, i + 1, true);
            }
        }
        return alone;
    }

    String text() {
        StringBuilder out = new StringBuilder(text.length());
        neighbours();
        Nest nest = new Nest();
        for (int i = 0; i < lines.size(); i++) {
            between(i, out);
            if (left[i]) {
                verbatim(i, out);
                nest = new Nest();
            } else {
                line(i, nest, out);
            }
        }
        List<String> end = Gaps.breaks(text, words.getLast().end(), text.length());
        return out.append(end.isEmpty() ? "" : end.getFirst()).toString();
    }

    private Word last(int line) {
        return words.get(lines.get(line).first - 1);
    }

    /** Line ends, and an empty line where there was at least one, but not at a block's edges. */
    private void between(int i, StringBuilder out) {
        if (i == 0) {
            out.append(text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "");
            return;
        }
        Line line = lines.get(i);
        Word next = line.words().getFirst();
        List<String> breaks = Gaps.breaks(text, last(i).end(), next.offset());
        out.append(breaks.getFirst());
        boolean edge = last(i).is(Kind.OPEN) || next.is(Kind.CLOSE);
        if (breaks.size() > 1 && (!edge || left[i])) {
            out.append(breaks.get(1));
        }
    }

    /** The line as it is. */
    private void verbatim(int i, StringBuilder out) {
        Line line = lines.get(i);
        int from = i == 0 ? 0 : last(i).end();
        int start = Gaps.lastLine(text, from, line.words().getFirst().offset());
        String whole = text.substring(start, line.words().getLast().end());
        out.append(i == 0 && whole.startsWith(BYTE_ORDER_MARK) ? whole.substring(1) : whole);
    }

    /** Which lines are neighbours: those of one block, whatever stands deeper between them. */
    private void neighbours() {
        Map<Integer, Integer> lastAt = new HashMap<>();
        int depth = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Integer above = lastAt.get(depth);
            boolean first = line.words().getFirst().begins();
            if (line.blankBefore) {
                lastAt.remove(depth);
            } else if (above != null && first) {
                before[i] = lines.get(above);
                behind[above] = line;
            }
            if (first) {
                lastAt.put(depth, i);
            }
            for (Word word : line.words()) {
                if (word.is(Kind.OPEN)) {
                    depth++;
                    lastAt.remove(depth);
                } else if (word.is(Kind.CLOSE)) {
                    depth = Math.max(0, depth - 1);
                }
            }
        }
    }

    private void line(int i, Nest nest, StringBuilder out) {
        Line line = lines.get(i);
        int column = nest.begin(line, goesOn(i));
        indent(column, out);
        for (int w = 0; w < line.words().size(); w++) {
            Word word = line.words().get(w);
            if (w > 0) {
                int gap = spacing.before(line, w, isAligned(i, w), column);
                indent(gap, out);
                column = column < 0 ? column : column + gap;
            }
            if (word.is(Kind.OPEN)) {
                boolean more = w + 1 < line.words().size();
                boolean hangs = more && !line.words().get(w + 1).isComment() && column >= 0;
                nest.open(hangs ? column + 2 : -1);
            } else if (word.is(Kind.CLOSE)) {
                nest.close();
            }
            out.append(word.text());
            boolean spans = !Gaps.breaks(word.text(), 0, word.text().length()).isEmpty();
            column = spans || column < 0 ? -1 : column + word.text().length();
        }
    }

    private static void indent(int columns, StringBuilder out) {
        out.repeat(' ', columns);
    }

    /** Whether the line goes on with the property of the line before it. */
    private boolean goesOn(int i) {
        Word first = lines.get(i).words().getFirst();
        int at = lines.get(i).first - 1;
        while (at >= 0 && words.get(at).isComment()) {
            at--;
        }
        if (at < 0 || first.begins() || first.isComment() || first.is(Kind.OPEN)) {
            return false;
        }
        return switch (words.get(at).kind()) {
            case OPEN, CLOSE -> false;
            case COMMA, JOINT, KEYWORD -> true;
            default -> !first.is(Kind.NAME);
        };
    }

    private boolean isAligned(int line, int word) {
        Line here = lines.get(line);
        int distance = here.column(word) - here.indentation();
        return here.column(word) >= 0
                && (before[line] != null && before[line].hasWordAt(distance)
                        || behind[line] != null && behind[line].hasWordAt(distance));
    }
}
