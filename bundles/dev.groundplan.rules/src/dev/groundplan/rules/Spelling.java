package dev.groundplan.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the words that a misspelt word was probably meant to be. */
final class Spelling {
    /** More suggestions than this are no help. */
    private static final int MOST_SUGGESTED = 3;

    private Spelling() {}

    /**
     * The known words within a third of the written word's length in edits (letters added, lost,
     * changed or swapped), nearest first; ties in the order of the alphabet. A known word that
     * begins with what was written counts as near.
     */
    static List<String> nearest(String written, Collection<String> known) {
        String word = written.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= allowed)
                .sorted(
                        Comparator.comparingInt((String candidate) -> distance(word, candidate))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SUGGESTED)
                .toList();
    }

    private static int distance(String word, String candidate) {
        String other = candidate.toLowerCase(Locale.ROOT);
        int longer = Math.abs(word.length() - other.length());
        if (longer > other.length()) {
            return longer; // a lower bound, and a word of a megabyte needs no table
        }
        return other.startsWith(word) && word.length() > 1 ? 1 : edits(word, other);
    }

    /** Optimal string alignment distance. */
    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
