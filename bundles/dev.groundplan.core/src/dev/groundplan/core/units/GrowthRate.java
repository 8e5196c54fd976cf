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

    /**
     * So many months of something that grows by a share each month, in the first month's size; of
     * the last month a part.
     */
    public static double months(double months, double growth) {
        double sum = 0;
        double size = 1;
        for (int i = 0; i < months; i++) {
            sum += size * Math.min(1, months - i);
            size *= 1 + growth;
        }
        return sum;
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
