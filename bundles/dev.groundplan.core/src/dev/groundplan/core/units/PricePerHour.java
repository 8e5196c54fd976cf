package dev.groundplan.core.units;

import java.util.Objects;

/** A price per hour of the clock, as of an accelerator; a month of running has 730 hours. */
public record PricePerHour(Money money) implements Monetary<PricePerHour> {
    public PricePerHour {
        Objects.requireNonNull(money, "money");
    }

    /** The price of running all month. */
    public PricePerMonth perMonth() {
        return new PricePerMonth(money.times(Units.MONTH / 3600));
    }

    @Override
    public PricePerHour of(Money money) {
        return new PricePerHour(money);
    }

    @Override
    public Dimension<PricePerHour> dimension() {
        return Dimension.PRICE_PER_HOUR;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
