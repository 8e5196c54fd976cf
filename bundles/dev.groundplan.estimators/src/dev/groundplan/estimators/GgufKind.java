package dev.groundplan.estimators;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mix of block types in a GGUF file: which type each kind of matrix has. Source: llama.cpp, the
 * choice of tensor types in its quantiser (recalled); the sizes that follow were compared with
 * published files.
 *
 * @param base type of most matrices
 * @param head type of the output head
 * @param better type of part of the value and down projections
 * @param values share of the value projections that has the better type
 * @param down share of the down projections that has the better type
 * @param output whether the output projection of attention has a better type as well
 */
record GgufKind(
        String base, String head, String better, double values, double down, boolean output) {
    private static final Pattern WORD = Pattern.compile("(iq|q)(\\d)_([0-9k])(?:_(s|m|l))?");

    /** The kind that a source's words name, such as {@code Q4_K_M}. */
    static Optional<GgufKind> of(String words) {
        Matcher matcher = WORD.matcher(words.toLowerCase(Locale.ROOT));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String bits = matcher.group(2);
        String base = "q" + bits + "-" + matcher.group(3);
        String size = matcher.group(4) == null ? "" : matcher.group(4);
        return Optional.of(
                switch (base + size) {
                    case "q2-k", "q2-ks" -> new GgufKind("q2-k", "q6-k", "q3-k", 1, 1, true);
                    case "q3-ks" -> plain("q3-k", "q6-k");
                    case "q3-k", "q3-km" -> new GgufKind("q3-k", "q6-k", "q4-k", 1, 1, true);
                    case "q3-kl" -> new GgufKind("q3-k", "q6-k", "q5-k", 1, 1, true);
                    // one layer in eight
                    case "q4-ks" -> new GgufKind("q4-k", "q6-k", "q5-k", 0.125, 0.125, false);
                    // first and last eighth of the layers and every third between: half of them
                    case "q4-k", "q4-km" -> new GgufKind("q4-k", "q6-k", "q6-k", 0.5, 0.5, false);
                    case "q5-ks" -> plain("q5-k", "q6-k");
                    case "q5-k", "q5-km" -> new GgufKind("q5-k", "q6-k", "q6-k", 0.5, 0.5, false);
                    case "q6-k" -> plain("q6-k", "q6-k");
                    case "q8-0" -> plain("q8-0", "q8-0");
                    case "q4-0", "q4-1", "q5-0", "q5-1" -> plain(base, "q6-k");
                    default -> nearest(Integer.parseInt(bits));
                });
    }

    private static GgufKind plain(String base, String head) {
        return new GgufKind(base, head, base, 0, 0, false);
    }

    private static GgufKind nearest(int bits) {
        return switch (bits) {
            case 0, 1, 2 -> plain("q2-k", "q6-k");
            case 3 -> plain("q3-k", "q6-k");
            case 4 -> plain("q4-k", "q6-k");
            case 5 -> plain("q5-k", "q6-k");
            case 6, 7 -> plain("q6-k", "q6-k");
            default -> plain("q8-0", "q8-0");
        };
    }
}
