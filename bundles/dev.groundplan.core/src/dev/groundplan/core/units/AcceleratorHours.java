package dev.groundplan.core.units;

/** Accelerators times the hours that each is held. Base unit: accelerator-hours. */
public record AcceleratorHours(double value) implements Quantity<AcceleratorHours> {
    public AcceleratorHours {
        value = Finite.number(value, "accelerator-hours");
    }

    /** What they cost when an hour of one accelerator costs that. */
    public Money at(PricePerHour price) {
        return price.money().times(value);
    }

    /** How long so many accelerators take, all at once. */
    public Time over(Count accelerators) {
        return Time.hours(value / Divisor.of(accelerators));
    }

    /** How many accelerators finish within that time; a fraction, {@link Count#roundedUp()} makes it whole. */
    public Count within(Time time) {
        return new Count(value / Divisor.of(time.hours()));
    }

    @Override
    public AcceleratorHours of(double value) {
        return new AcceleratorHours(value);
    }

    @Override
    public Dimension<AcceleratorHours> dimension() {
        return Dimension.ACCELERATOR_HOURS;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
