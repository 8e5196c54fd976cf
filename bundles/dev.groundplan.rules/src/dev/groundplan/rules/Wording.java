package dev.groundplan.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How messages list things. */
final class Wording {
    /** More alternatives than this read as a wall. */
    private static final int MOST_LISTED = 8;

    private Wording() {}

    /** {@code `a`}, {@code `a` or `b`}, {@code `a`, `b` or `c`}; long lists are cut. */
    static String anyOf(List<String> words) {
        List<String> shown =
                words.stream().limit(MOST_LISTED).map(word -> "`" + word + "`").toList();
        if (words.size() > MOST_LISTED) {
            return String.join(", ", shown)
                    + " or one of "
                    + (words.size() - MOST_LISTED)
                    + " more";
        }
        return joined(shown, " or ");
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String allOf(List<String> words) {
        return joined(words, " and ");
    }

    /** {@code  Did you mean `a` or `b`?} with a leading space, or nothing. */
    static String didYouMean(List<String> similar) {
        return similar.isEmpty() ? "" : " Did you mean " + anyOf(similar) + "?";
    }

    /** A title as it stands inside a sentence: {@code use QLoRA}. */
    static String inside(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private static String joined(List<String> words, String last) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return words.stream().limit(words.size() - 1L).collect(Collectors.joining(", "))
                + last
                + words.getLast();
    }
}
