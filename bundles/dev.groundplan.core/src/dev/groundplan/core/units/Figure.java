package dev.groundplan.core.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How a quantity stands in a sentence or a table: three digits at most, for nobody estimates
 * better. Reports and findings print by it, so that one figure reads the same in both.
 */
public final class Figure {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private Figure() {}

    /**
     * Money from ten thousand on in thousands, millions or billions; all else as it prints itself.
     */
    public static String of(Quantity<?> quantity) {
        String text = quantity.toString();
        if (!(quantity instanceof Monetary<?> price)) {
            return text;
        }
        BigDecimal amount = price.money().amount();
        if (amount.abs().compareTo(TEN_THOUSAND) < 0) {
            return text;
        }
        BigDecimal rounded = amount.round(THREE_DIGITS);
        int digits = rounded.precision() - rounded.scale();
        int thousands = Math.min((digits - 1) / 3, 4);
        String scale = " kMBT".substring(thousands, thousands + 1);
        BigDecimal number = rounded.movePointLeft(3 * thousands);
        String digitsShown =
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return digitsShown + scale + unit(text);
    }

    /** What follows the number: {@code " USD per month"}. */
    private static String unit(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? "" : text.substring(space);
    }
}
