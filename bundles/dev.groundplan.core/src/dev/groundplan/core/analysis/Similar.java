package dev.groundplan.core.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a slip of the keyboard could have meant. */
public final class Similar {
    /** More suggestions than this are no help. */
    private static final int MOST_SUGGESTED = 3;

    /** A word of which so many letters are right is a part of the name that was meant. */
    private static final int TELLING_PART = 4;

    /** More slips than this make another word, however long it is. */
    private static final int MOST_SLIPS = 4;

    private record Candidate(String name, int distance) {}

    private Similar() {}

    /**
     * The known names within a third of the written word's length in edits (letters added, lost,
     * changed or swapped), four at most, nearest first; ties in the order of the alphabet. A name
     * that begins with what was written, or holds four letters or more of it as they stand, counts
     * as near. Upper and lower case are alike.
     */
    public static List<String> to(String written, Collection<String> known) {
        String word = written.toLowerCase(Locale.ROOT);
        int allowed = Math.clamp(word.length() / 3, 1, MOST_SLIPS);
        return known.stream()
                .map(name -> new Candidate(name, distance(word, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= allowed)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST_SUGGESTED)
                .map(Candidate::name)
                .toList();
    }

    private static int distance(String word, String other) {
        if (other.startsWith(word) && word.length() > 1) {
            return 1;
        }
        if (word.length() >= TELLING_PART && other.contains(word)) {
            return 1;
        }
        int longer = Math.abs(word.length() - other.length());
        // a lower bound: a word of a megabyte needs no table
        return longer > MOST_SLIPS ? longer : edits(word, other);
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
