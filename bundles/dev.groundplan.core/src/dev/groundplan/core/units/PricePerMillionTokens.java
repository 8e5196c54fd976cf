package dev.groundplan.core.units;

import java.util.Objects;

/** A price per million tokens, as endpoints state it. */
public record PricePerMillionTokens(Money money) implements Monetary<PricePerMillionTokens> {
    public PricePerMillionTokens {
        Objects.requireNonNull(money, "money");
    }

    @Override
    public PricePerMillionTokens of(Money money) {
        return new PricePerMillionTokens(money);
    }

    @Override
    public Dimension<PricePerMillionTokens> dimension() {
        return Dimension.PRICE_PER_MILLION_TOKENS;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
