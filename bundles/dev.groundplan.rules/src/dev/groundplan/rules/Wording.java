package dev.groundplan.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How messages list things. */
final class Wording {
    /** More alternatives than this read as a wall. */
    private static final int MOST_LISTED = 8;

    /** So many ways out stand in a message. */
    private static final int MOST_WAYS_OUT = 2;

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

    /** {@code It hangs most on a, b and c.} with a leading space, or nothing. */
    static String hangsOn(List<String> inputs) {
        return inputs.isEmpty() ? "" : " It hangs most on " + allOf(inputs) + ".";
    }

    /** {@code a, b, c}, the middle of a long one left out. */
    static String chain(List<String> steps) {
        int kept = MOST_LISTED / 2;
        return steps.size() <= MOST_LISTED
                ? String.join(", ", steps)
                : String.join(", ", steps.subList(0, kept))
                        + ", …, "
                        + String.join(", ", steps.subList(steps.size() - kept, steps.size()));
    }

    /** {@code Did you mean `a` or `b`?} with a leading space, or nothing. */
    static String didYouMean(List<String> similar) {
        return similar.isEmpty() ? "" : " Did you mean " + anyOf(similar) + "?";
    }

    /**
     * {@code To make it fit, use QLoRA (20 GB of 44 GB), or …}: the first ways out of a lack of
     * memory, of which all are fixes.
     *
     * @param options the title of each and what it would need, best first
     * @param none what to say when there is none
     */
    static String toMakeItFit(Stream<Map.Entry<String, String>> options, String none) {
        String named =
                options.limit(MOST_WAYS_OUT)
                        .map(option -> inside(option.getKey()) + " (" + option.getValue() + ")")
                        .collect(Collectors.joining(", or "));
        return named.isEmpty() ? none : "To make it fit, " + named + ".";
    }

    /** A title as it stands inside a sentence: {@code use QLoRA}. */
    private static String inside(String title) {
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
