package dev.groundplan.core.units;

import java.math.BigDecimal;

/** Refuses NaN and infinity where they arise, so that no number downstream has to be doubted. */
final class Finite {
    private Finite() {}

    /** The value, with negative zero made zero (records compare by bits). */
    static double number(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    what
                            + (Double.isNaN(value)
                                    ? " is not a number"
                                    : " is too large to represent")
                            + ": "
                            + value);
        }
        return value + 0.0;
    }

    /** The value as a decimal number as it prints, not as its binary digits. */
    static BigDecimal decimal(double value, String what) {
        return BigDecimal.valueOf(number(value, what));
    }
}
