package dev.groundplan.core.units;

/** A computing speed. Base unit: FLOP per second; a TFLOPS is 10¹² of them. */
public record FlopPerSecond(double value) implements Quantity<FlopPerSecond> {
    public FlopPerSecond {
        value = Finite.number(value, "computing speed");
    }

    /** So many times 10¹² FLOP per second. */
    public static FlopPerSecond teraflops(double teraflops) {
        return new FlopPerSecond(teraflops * 1e12);
    }

    /** What is computed in that time. */
    public Flop during(Time time) {
        return new Flop(value * time.value());
    }

    @Override
    public FlopPerSecond of(double value) {
        return new FlopPerSecond(value);
    }

    @Override
    public Dimension<FlopPerSecond> dimension() {
        return Dimension.FLOP_PER_SECOND;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
