package dev.groundplan.core.units;

/** A speed of reading or writing tokens. Base unit: tokens per second. */
public record TokensPerSecond(double value) implements Quantity<TokensPerSecond> {
    public TokensPerSecond {
        value = Finite.number(value, "token rate");
    }

    /** How many tokens in that time. */
    public Tokens during(Time time) {
        return new Tokens(value * time.value());
    }

    /** The time between two tokens. */
    public TimePerItem perToken() {
        return new TimePerItem(1 / Divisor.of(this));
    }

    @Override
    public TokensPerSecond of(double value) {
        return new TokensPerSecond(value);
    }

    @Override
    public Dimension<TokensPerSecond> dimension() {
        return Dimension.TOKENS_PER_SECOND;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
