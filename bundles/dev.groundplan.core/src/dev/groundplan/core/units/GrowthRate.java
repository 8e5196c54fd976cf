package dev.groundplan.core.units;

/** Growth each month, compound: 3 % a month is 42.6 % a year. Base unit: share per month. */
public record GrowthRate(double value) implements Quantity<GrowthRate> {
    public GrowthRate {
        value = Finite.number(value, "growth");
    }

    /** By what factor something has grown after that time. */
    public Ratio over(Time time) {
        return new Ratio(StrictMath.pow(1 + value, time.months()));
    }

    @Override
    public GrowthRate of(double value) {
        return new GrowthRate(value);
    }

    @Override
    public Dimension<GrowthRate> dimension() {
        return Dimension.GROWTH_RATE;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
