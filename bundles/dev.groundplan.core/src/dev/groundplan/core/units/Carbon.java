package dev.groundplan.core.units;

/** Greenhouse gas, as the mass of CO₂ of equal effect. Base unit: grams (gCO2). */
public record Carbon(double value) implements Quantity<Carbon> {
    public Carbon {
        value = Finite.number(value, "emission");
    }

    /** The mean emission of so much energy. */
    public CarbonIntensity over(Energy energy) {
        return new CarbonIntensity(value / Divisor.of(energy));
    }

    @Override
    public Carbon of(double value) {
        return new Carbon(value);
    }

    @Override
    public Dimension<Carbon> dimension() {
        return Dimension.CARBON;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
