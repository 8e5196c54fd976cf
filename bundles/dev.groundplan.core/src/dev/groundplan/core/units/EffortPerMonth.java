package dev.groundplan.core.units;

/** Work that comes back every month, such as support. Base unit: person-days per month. */
public record EffortPerMonth(double value) implements Quantity<EffortPerMonth> {
    public EffortPerMonth {
        value = Finite.number(value, "effort per month");
    }

    /** The work of that time. */
    public Effort during(Time time) {
        return new Effort(value * time.months());
    }

    /** What it costs a month when a person-day costs that. */
    public PricePerMonth at(PricePerDay price) {
        return new PricePerMonth(price.money().times(value));
    }

    @Override
    public EffortPerMonth of(double value) {
        return new EffortPerMonth(value);
    }

    @Override
    public Dimension<EffortPerMonth> dimension() {
        return Dimension.EFFORT_PER_MONTH;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
