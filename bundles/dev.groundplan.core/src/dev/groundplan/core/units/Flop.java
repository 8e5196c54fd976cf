package dev.groundplan.core.units;

/** An amount of computing: floating-point operations, a multiply-add being two. Base unit: FLOP. */
public record Flop(double value) implements Quantity<Flop> {
    public Flop {
        value = Finite.number(value, "amount of computing");
    }

    /** How long it takes at that speed. */
    public Time at(FlopPerSecond rate) {
        return new Time(value / Divisor.of(rate));
    }

    /** The mean speed when it takes that time. */
    public FlopPerSecond over(Time time) {
        return new FlopPerSecond(value / Divisor.of(time));
    }

    @Override
    public Flop of(double value) {
        return new Flop(value);
    }

    @Override
    public Dimension<Flop> dimension() {
        return Dimension.FLOP;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
