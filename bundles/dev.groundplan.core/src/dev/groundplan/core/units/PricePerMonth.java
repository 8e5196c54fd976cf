package dev.groundplan.core.units;

import java.util.Objects;

/** A price per calendar month of 730 hours. */
public record PricePerMonth(Money money) implements Monetary<PricePerMonth> {
    public PricePerMonth {
        Objects.requireNonNull(money, "money");
    }

    /** The price of an hour. */
    public PricePerHour perHour() {
        return new PricePerHour(money.dividedBy(Units.MONTH / 3600));
    }

    @Override
    public PricePerMonth of(Money money) {
        return new PricePerMonth(money);
    }

    @Override
    public Dimension<PricePerMonth> dimension() {
        return Dimension.PRICE_PER_MONTH;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
