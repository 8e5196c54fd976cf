package dev.groundplan.core.units;

/** A share or a factor: 0.35 prints as {@code 35 %}. Base unit 1. */
public record Ratio(double value) implements Quantity<Ratio> {
    public Ratio {
        value = Finite.number(value, "share");
    }

    /** None of it. */
    public static final Ratio ZERO = new Ratio(0);

    /** All of it. */
    public static final Ratio ONE = new Ratio(1);

    /** The share written as so many percent. */
    public static Ratio percent(double percent) {
        return new Ratio(percent / 100);
    }

    /** What is left of the whole: 30 % of 70 %. */
    public Ratio complement() {
        return new Ratio(1 - value);
    }

    /** One divided by this: overhead of a utilisation. */
    public Ratio inverse() {
        return ONE.dividedBy(this);
    }

    @Override
    public Ratio of(double value) {
        return new Ratio(value);
    }

    @Override
    public Dimension<Ratio> dimension() {
        return Dimension.RATIO;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
