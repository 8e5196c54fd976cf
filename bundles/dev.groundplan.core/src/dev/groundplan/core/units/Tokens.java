package dev.groundplan.core.units;

/** A number of tokens. Base unit: tokens. */
public record Tokens(double value) implements Quantity<Tokens> {
    public Tokens {
        value = Finite.number(value, "token count");
    }

    /** How long they take at that speed. */
    public Time at(TokensPerSecond rate) {
        return new Time(value / Divisor.of(rate));
    }

    /** What they cost at that price. */
    public Money at(PricePerMillionTokens price) {
        return price.money().times(value / 1e6);
    }

    /** The mean speed when they take that time. */
    public TokensPerSecond over(Time time) {
        return new TokensPerSecond(value / Divisor.of(time));
    }

    /** The mean of so many items. */
    public TokensPerItem per(Count items) {
        return new TokensPerItem(value / Divisor.of(items));
    }

    @Override
    public Tokens of(double value) {
        return new Tokens(value);
    }

    @Override
    public Dimension<Tokens> dimension() {
        return Dimension.TOKENS;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
