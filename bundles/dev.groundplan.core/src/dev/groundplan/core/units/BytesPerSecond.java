package dev.groundplan.core.units;

/** A bandwidth. Base unit: bytes per second. */
public record BytesPerSecond(double value) implements Quantity<BytesPerSecond> {
    public BytesPerSecond {
        value = Finite.number(value, "bandwidth");
    }

    /** How much moves in that time. */
    public Bytes during(Time time) {
        return new Bytes(value * time.value());
    }

    @Override
    public BytesPerSecond of(double value) {
        return new BytesPerSecond(value);
    }

    @Override
    public Dimension<BytesPerSecond> dimension() {
        return Dimension.BYTES_PER_SECOND;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
