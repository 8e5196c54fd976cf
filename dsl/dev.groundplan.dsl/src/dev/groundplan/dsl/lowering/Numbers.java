package dev.groundplan.dsl.lowering;

import java.util.OptionalDouble;

/** Reads numbers as the language writes them: {@code 1_200}, {@code 0.85}, {@code 3.2e21}, {@code 12M}. */
final class Numbers {
    private Numbers() {}

    /** Whether a scale letter is attached. */
    static boolean hasScale(String spelling) {
        return scale(spelling) != 1;
    }

    /** The factor of the attached scale letter, one when there is none. */
    static double scale(String spelling) {
        if (spelling.isEmpty()) {
            return 1;
        }
        return switch (spelling.charAt(spelling.length() - 1)) {
            case 'k' -> 1e3;
            case 'M' -> 1e6;
            case 'B' -> 1e9;
            case 'T' -> 1e12;
            default -> 1;
        };
    }

    /**
     * The number, its own scale or else the one that the range's last number has.
     *
     * @param inheritedScale for spellings without a scale
     * @return empty when it is no number or not finite
     */
    static OptionalDouble read(String spelling, double inheritedScale) {
        boolean scaled = hasScale(spelling);
        String digits = scaled ? spelling.substring(0, spelling.length() - 1) : spelling;
        try {
            double value =
                    Double.parseDouble(digits.replace("_", ""))
                            * (scaled ? scale(spelling) : inheritedScale);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
