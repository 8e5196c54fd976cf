package dev.groundplan.core.units;

/** What generating electricity emits in a place. Base unit: gCO2/kWh. */
public record CarbonIntensity(double value) implements Quantity<CarbonIntensity> {
    public CarbonIntensity {
        value = Finite.number(value, "carbon intensity");
    }

    @Override
    public CarbonIntensity of(double value) {
        return new CarbonIntensity(value);
    }

    @Override
    public Dimension<CarbonIntensity> dimension() {
        return Dimension.CARBON_INTENSITY;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
