package dev.groundplan.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant. */
final class Similar {
    private static final int SHOWN = 5;

    private record Candidate(String name, int distance) {}

    private Similar() {}

    /** {@code ; did you mean a or b?}, or nothing when no name is near. */
    static String didYouMean(String written, List<String> names) {
        List<String> near = nearest(written, names);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    /** The nearest names, best first: those that hold the word, and those a few letters away. */
    static List<String> nearest(String written, List<String> names) {
        String word = written.toLowerCase(Locale.ROOT);
        List<Candidate> candidates = new ArrayList<>();
        for (String name : names) {
            String other = name.toLowerCase(Locale.ROOT);
            boolean holds = word.length() > 2 && other.contains(word);
            int distance = holds ? 0 : distance(word, other);
            if (distance <= Math.max(2, word.length() / 3)) {
                candidates.add(new Candidate(name, distance));
            }
        }
        candidates.sort(
                Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
        return candidates.stream().limit(SHOWN).map(Candidate::name).toList();
    }

    /** Levenshtein's, in one row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
