package dev.groundplan.core.units;

/** How many of something that its place names: examples, users, accelerators, rounds. Base unit 1; fractions are allowed (an expected 1.3 runs). */
public record Count(double value) implements Quantity<Count> {
    public Count {
        value = Finite.number(value, "count");
    }

    /** That many. */
    public static Count of(long number) {
        return new Count(number);
    }

    /** The next whole number up: five and a bit accelerators are six. */
    public Count roundedUp() {
        // a hair above a whole number is rounding error of the division before, not one more
        // accelerator
        double nearest = Math.rint(value);
        return new Count(
                Math.abs(value - nearest) <= 1e-9 * Math.max(1, Math.abs(value))
                        ? nearest
                        : Math.ceil(value));
    }

    /** The nearest whole number, held within the range of a {@code long}. */
    public long toLong() {
        return Math.round(value);
    }

    @Override
    public Count of(double value) {
        return new Count(value);
    }

    @Override
    public Dimension<Count> dimension() {
        return Dimension.COUNT;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
