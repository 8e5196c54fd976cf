package dev.groundplan.dsl.model;

import java.math.BigDecimal;

/**
 * A number with the spelling that its author chose, such as {@code 1_200}, {@code 3.2e21} or {@code 85M}.
 *
 * @param spelling as it stands in the file
 */
public record Scaled(String spelling) {

    /** The attached scale letter, one of k M B T, or an empty text. */
    public String scale() {
        if (spelling.isEmpty()) {
            return "";
        }
        char last = spelling.charAt(spelling.length() - 1);
        return "kMBT".indexOf(last) < 0 ? "" : String.valueOf(last);
    }

    /**
     * The number as written, before its scale: 85 for {@code 85M}.
     *
     * @throws NumberFormatException when the spelling is no number of the language
     */
    public BigDecimal number() {
        return new BigDecimal(
                spelling.substring(0, spelling.length() - scale().length()).replace("_", ""));
    }

    /** The spelling. */
    @Override
    public String toString() {
        return spelling;
    }
}
