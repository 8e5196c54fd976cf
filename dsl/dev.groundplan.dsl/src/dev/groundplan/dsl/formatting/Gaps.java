package dev.groundplan.dsl.formatting;

import java.util.ArrayList;
import java.util.List;

/** White space between words. */
final class Gaps {
    private Gaps() {}

    /** The line ends in a stretch, each as it is written. */
    static List<String> breaks(String text, int from, int to) {
        List<String> breaks = new ArrayList<>();
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < to && text.charAt(i + 1) == '\n') {
                breaks.add("\r\n");
                i++;
            } else if (c == '\r' || c == '\n') {
                breaks.add(String.valueOf(c));
            }
        }
        return breaks;
    }

    /** Where the last line of a stretch begins. */
    static int lastLine(String text, int from, int to) {
        int at = to;
        while (at > from && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
            at--;
        }
        return at;
    }
}
