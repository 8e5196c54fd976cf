package dev.groundplan.cli;

import java.util.Arrays;

/** From offsets to lines and columns, both from 1. */
final class LineIndex {
    private final int[] starts;

    LineIndex(String text) {
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

    int line(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }
}
