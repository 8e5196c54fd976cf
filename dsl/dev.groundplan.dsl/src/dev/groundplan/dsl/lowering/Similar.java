package dev.groundplan.dsl.lowering;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that a slip of the keyboard could have meant. */
public final class Similar {
    private static final int MOST = 3;

    private Similar() {}

    /** The nearest of the known names, best first; empty when none is near. */
    public static List<String> to(String written, Collection<String> known) {
        String slip = written.toLowerCase(Locale.ROOT);
        int near = Math.max(2, slip.length() / 4);
        record Candidate(String name, int distance) {}
        return known.stream()
                .filter(
                        name ->
                                Math.abs(name.length() - slip.length()) <= near
                                        || contains(name, slip))
                .map(name -> new Candidate(name, distance(slip, name.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance() <= near || contains(c.name(), slip))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    private static boolean contains(String name, String slip) {
        return slip.length() >= 4 && name.toLowerCase(Locale.ROOT).contains(slip);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
