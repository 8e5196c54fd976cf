package dev.groundplan.rules;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Monetary;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Quantities as the language writes them. */
final class Written {
    private static final String SCALES = "kMBT";

    /** Seconds from which on nobody reads milliseconds. */
    private static final double LONGEST_IN_MILLISECONDS = 9.9;

    private Written() {}

    /** {@code 131_072 tokens}; round numbers from a million on as {@code 1.4T tokens}. */
    static String tokens(Tokens tokens) {
        return number(Math.floor(tokens.value())) + " tokens";
    }

    /** {@code 1_200}. */
    static String count(double value) {
        return number(value);
    }

    /** Every digit of a whole number: {@code 8_030_261_248}. */
    static String exactly(double whole) {
        return grouped(whole);
    }

    /** {@code 1..2..5}. */
    static String range(Uncertain<Count> counts) {
        return String.join(
                "..",
                count(counts.low().value()),
                count(counts.likely().value()),
                count(counts.high().value()));
    }

    /** Rounded up to two digits, {@code 850 ms}, {@code 12 s}. */
    static String latency(Time time) {
        return time.value() < LONGEST_IN_MILLISECONDS
                ? roundedUp(1_000 * time.value()) + " ms"
                : roundedUp(time.value()) + " s";
    }

    /** The same time as {@link #latency} writes it. */
    static Time inTwoDigits(Time time) {
        return time.of(inTwoDigits(1_000 * time.value()).doubleValue() / 1_000);
    }

    /** {@code 2..6..16 weeks}. */
    static String weeks(Uncertain<Time> time) {
        return Stream.of(time.low(), time.likely(), time.high())
                        .map(one -> decimal(one.days() / 7))
                        .collect(Collectors.joining(".."))
                + " weeks";
    }

    /** Rounded up to two digits, {@code 520k USD}, {@code 12k USD per month}. */
    static String money(Monetary<?> money) {
        String per = money instanceof PricePerMonth ? " per month" : "";
        return roundedUp(money.value()) + " " + money.currency() + per;
    }

    /** To two digits: {@code 1_300}, {@code 520k}. */
    static String roundedUp(double value) {
        BigDecimal rounded = inTwoDigits(value);
        double number = rounded.doubleValue();
        return number >= 10_000 && number < 1_000_000 && number % 1_000 == 0
                ? grouped(number / 1_000) + "k"
                : number < 10 ? rounded.stripTrailingZeros().toPlainString() : number(number);
    }

    private static BigDecimal inTwoDigits(double value) {
        // what is a hair above two digits came from a division
        return BigDecimal.valueOf(value)
                .round(new MathContext(12, RoundingMode.HALF_EVEN))
                .round(new MathContext(2, RoundingMode.CEILING));
    }

    /** To two digits: {@code 8.4}, {@code 160}. */
    static String decimal(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(2, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String number(double value) {
        double scaled = value;
        int scale = -1;
        while (scale + 1 < SCALES.length() && scaled >= 1_000_000) {
            scaled /= 1_000;
            scale++;
        }
        // large and round: two more digits than a person needs would only be noise
        if (scale >= 0) {
            double rounded = Math.floor(scaled);
            String unit = String.valueOf(SCALES.charAt(scale));
            if (rounded >= 1_000 && rounded % 1_000 == 0 && scale + 1 < SCALES.length()) {
                return grouped(rounded / 1_000) + SCALES.charAt(scale + 1);
            }
            return grouped(rounded) + unit;
        }
        return grouped(value);
    }

    private static String grouped(double value) {
        return String.format(Locale.ROOT, "%,d", (long) value).replace(',', '_');
    }
}
