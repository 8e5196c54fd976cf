package dev.groundplan.core.units;

/** A size of data. Base unit: bytes. GB is 10⁹ bytes and GiB 2³⁰; it prints in GB, as makers of accelerators state memory. */
public record Bytes(double value) implements Quantity<Bytes> {
    public Bytes {
        value = Finite.number(value, "data size");
    }

    /** So many times 10⁹ bytes. */
    public static Bytes gigabytes(double gigabytes) {
        return new Bytes(gigabytes * 1e9);
    }

    /** So many times 2³⁰ bytes. */
    public static Bytes gibibytes(double gibibytes) {
        return new Bytes(gibibytes * (1L << 30));
    }

    /** How long moving them takes at that bandwidth. */
    public Time at(BytesPerSecond bandwidth) {
        return new Time(value / Divisor.of(bandwidth));
    }

    /** For how many tokens they suffice. */
    public Tokens at(BytesPerToken size) {
        return new Tokens(value / Divisor.of(size));
    }

    /** The mean bandwidth when they take that time. */
    public BytesPerSecond over(Time time) {
        return new BytesPerSecond(value / Divisor.of(time));
    }

    /** The mean size of so many tokens. */
    public BytesPerToken per(Tokens tokens) {
        return new BytesPerToken(value / Divisor.of(tokens));
    }

    /** For a person, in KiB, MiB, GiB or TiB: 80 GB is {@code 74.5 GiB}. */
    public String toBinaryString() {
        return Print.binary(value);
    }

    @Override
    public Bytes of(double value) {
        return new Bytes(value);
    }

    @Override
    public Dimension<Bytes> dimension() {
        return Dimension.BYTES;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
