package dev.groundplan.server;

import dev.groundplan.core.plan.SourceRange;
import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Offsets of a text as the protocol's lines and characters (both from 0, in UTF-16 units) and back.
 * Lines end with CR LF, LF or CR. What lies outside the text is moved to its nearest edge.
 */
final class LineIndex {
    private final int length;
    private final int[] starts;
    private final int[] ends;

    LineIndex(String text) {
        length = text.length();
        int[] from = new int[16];
        int[] to = new int[16];
        int lines = 0;
        int start = 0;
        for (int i = 0; i <= length; i++) {
            char c = i < length ? text.charAt(i) : '\n';
            if (c != '\n' && c != '\r') {
                continue;
            }
            if (lines == from.length) {
                from = Arrays.copyOf(from, lines * 2);
                to = Arrays.copyOf(to, lines * 2);
            }
            from[lines] = start;
            to[lines++] = i;
            if (c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
                i++;
            }
            start = i + 1;
        }
        starts = Arrays.copyOf(from, lines);
        ends = Arrays.copyOf(to, lines);
    }

    int lines() {
        return starts.length;
    }

    int start(int line) {
        return starts[line];
    }

    /** The offset before the line's break. */
    int end(int line) {
        return ends[line];
    }

    int line(int offset) {
        int at = Arrays.binarySearch(starts, Math.clamp(offset, 0, length));
        return at >= 0 ? at : -at - 2;
    }

    int offset(Position position) {
        if (position.getLine() < 0) {
            return 0;
        }
        if (position.getLine() >= starts.length) {
            return length;
        }
        int start = starts[position.getLine()];
        int end = ends[position.getLine()];
        return start + Math.clamp(position.getCharacter(), 0, end - start);
    }

    Position position(int offset) {
        int inside = Math.clamp(offset, 0, length);
        int line = line(inside);
        return new Position(line, Math.min(inside, ends[line]) - starts[line]);
    }

    Range range(int offset, int rangeLength) {
        return new Range(position(offset), position(offset + rangeLength));
    }

    /** What stands nowhere is shown on the first line. */
    Range range(SourceRange range) {
        return range.isKnown() ? range(range.offset(), range.length()) : range(0, ends[0]);
    }
}
