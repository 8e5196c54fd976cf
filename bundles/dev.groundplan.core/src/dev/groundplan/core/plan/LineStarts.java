package dev.groundplan.core.plan;

import java.util.Arrays;

/** Where the lines of a text begin; lines end with LF or CR LF. */
public final class LineStarts {
    private final int[] starts;

    public LineStarts(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = i + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /** The line, from 1, that holds the offset in UTF-16 units. */
    public int line(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** The column, from 1, of the offset in UTF-16 units. */
    public int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }
}
