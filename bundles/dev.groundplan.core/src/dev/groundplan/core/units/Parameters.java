package dev.groundplan.core.units;

/** Weights of a model, each counted once whatever its precision. Base unit: parameters. */
public record Parameters(double value) implements Quantity<Parameters> {
    public Parameters {
        value = Finite.number(value, "parameter count");
    }

    /** What they weigh when each takes so many bytes (half a byte at 4 bits). */
    public Bytes at(Bytes each) {
        return new Bytes(value * each.value());
    }

    @Override
    public Parameters of(double value) {
        return new Parameters(value);
    }

    @Override
    public Dimension<Parameters> dimension() {
        return Dimension.PARAMETERS;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
