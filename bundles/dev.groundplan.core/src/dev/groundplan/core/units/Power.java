package dev.groundplan.core.units;

/** Electric power. Base unit: watts. */
public record Power(double value) implements Quantity<Power> {
    public Power {
        value = Finite.number(value, "power");
    }

    /** The energy drawn in that time. */
    public Energy during(Time time) {
        return new Energy(value / 1000 * time.hours());
    }

    @Override
    public Power of(double value) {
        return new Power(value);
    }

    @Override
    public Dimension<Power> dimension() {
        return Dimension.POWER;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
