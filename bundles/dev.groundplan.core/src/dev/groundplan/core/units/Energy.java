package dev.groundplan.core.units;

/** Electric energy. Base unit: kWh. */
public record Energy(double value) implements Quantity<Energy> {
    public Energy {
        value = Finite.number(value, "energy");
    }

    /** What generating it emits. */
    public Carbon at(CarbonIntensity intensity) {
        return new Carbon(value * intensity.value());
    }

    /** The mean power when it is drawn in that time. */
    public Power over(Time time) {
        return new Power(value * 1000 / Divisor.of(time.hours()));
    }

    @Override
    public Energy of(double value) {
        return new Energy(value);
    }

    @Override
    public Dimension<Energy> dimension() {
        return Dimension.ENERGY;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
