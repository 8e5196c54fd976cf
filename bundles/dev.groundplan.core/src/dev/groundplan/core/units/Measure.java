package dev.groundplan.core.units;

import java.util.Objects;
import java.util.Optional;

/**
 * A number as written, with scales ({@code k M B T}) applied and units not yet understood: {@code 80 GB} is (80, "GB",
 * 1, ""), {@code 0.15 USD per 1M tokens} is (0.15, "USD", 1e6, "tokens"), {@code 35 %} is (35, "%", 1, "").
 *
 * @param number finite
 * @param unit the word or sign after the number, "" when there is none
 * @param perAmount the number after {@code per}, above zero; 1 when there is none
 * @param per the word after {@code per}, "" when there is none
 */
public record Measure(double number, String unit, double perAmount, String per) {
    public Measure {
        number = Finite.number(number, "number");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(per, "per");
        perAmount = Finite.number(perAmount, "amount after `per`");
        if (perAmount <= 0) {
            throw new IllegalArgumentException(
                    "amount after `per` must be above zero: " + perAmount);
        }
        if (per.isEmpty() && perAmount != 1) {
            throw new IllegalArgumentException(
                    "an amount of " + perAmount + " after `per`, but nothing it counts");
        }
    }

    /** A number with a unit, or with "" for none. */
    public static Measure of(double number, String unit) {
        return new Measure(number, unit, 1, "");
    }

    /** A number with a unit, for each of what {@code per} names. */
    public static Measure of(double number, String unit, String per) {
        return new Measure(number, unit, 1, per);
    }

    /**
     * Reads one value as it stands in a file or as a quantity prints it: {@code 80GB}, {@code 1_200 tokens},
     * {@code 651,000 accelerator-hours}, {@code 0.15 USD per 1M tokens}. Nothing when the text has another shape; the
     * unit is not checked here, {@link Dimension#read} does that.
     */
    public static Optional<Measure> parse(String text) {
        return MeasureText.parse(text);
    }

    /** As a person writes it in a file: {@code 450k USD per month}, {@code 8_030_261_248}, {@code 3.2e21 FLOP}. */
    @Override
    public String toString() {
        return MeasureText.write(this);
    }
}
