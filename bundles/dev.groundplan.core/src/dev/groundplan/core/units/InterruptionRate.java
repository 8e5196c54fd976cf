package dev.groundplan.core.units;

/** How likely something is interrupted within an hour, such as an accelerator bought on the spot market. Base unit: share per hour. */
public record InterruptionRate(double value) implements Quantity<InterruptionRate> {
    public InterruptionRate {
        value = Finite.number(value, "interruption rate");
    }

    /** How many interruptions to expect in that time. */
    public Count during(Time time) {
        return new Count(value * time.hours());
    }

    @Override
    public InterruptionRate of(double value) {
        return new InterruptionRate(value);
    }

    @Override
    public Dimension<InterruptionRate> dimension() {
        return Dimension.INTERRUPTION_RATE;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
