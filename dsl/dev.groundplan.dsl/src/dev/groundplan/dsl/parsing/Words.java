package dev.groundplan.dsl.parsing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Words as they stand in messages. */
final class Words {
    private static final int MOST_SHOWN = 40;

    private Words() {}

    /** The text as a person would quote it, shortened, on one line. */
    static String quoted(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        StringBuilder shown = new StringBuilder();
        line.codePoints()
                .limit(MOST_SHOWN)
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) || isSurrogate(c) ? '\uFFFD' : c));
        return "`" + shown + (line.codePointCount(0, line.length()) > MOST_SHOWN ? "…" : "") + "`";
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Words of the list that differ from this one by a slip, the most alike first. */
    static List<String> similar(String word, Collection<String> known) {
        int most = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(other -> Math.abs(other.length() - word.length()) <= most)
                .filter(other -> distance(word, other) <= most)
                .sorted(Comparator.comparingInt((String other) -> distance(word, other)).thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** Insertions, deletions, changes and swaps of neighbours that lead from one word to the other. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
