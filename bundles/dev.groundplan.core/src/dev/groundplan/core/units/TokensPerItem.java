package dev.groundplan.core.units;

/** Tokens of each request, step, example or the like. Base unit: tokens per item. */
public record TokensPerItem(double value) implements Quantity<TokensPerItem> {
    public TokensPerItem {
        value = Finite.number(value, "tokens per item");
    }

    /** The tokens of so many items. */
    public Tokens times(Count items) {
        return new Tokens(value * items.value());
    }

    /** The tokens that arrive at that rate of requests. */
    public TokensPerSecond at(RequestRate rate) {
        return new TokensPerSecond(value * rate.value());
    }

    /** What one item costs at that price. */
    public PricePerItem at(PricePerMillionTokens price) {
        return new PricePerItem(price.money().times(value / 1e6));
    }

    @Override
    public TokensPerItem of(double value) {
        return new TokensPerItem(value);
    }

    @Override
    public Dimension<TokensPerItem> dimension() {
        return Dimension.TOKENS_PER_ITEM;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
